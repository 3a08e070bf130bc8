import { GraphQLScalarType } from 'graphql';
import GraphQLUpload from 'graphql-upload/GraphQLUpload.mjs';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';

/** A file as it arrived, whole, in a temporary place. Its name and type are what the sender says. */
export interface ReceivedFile extends FileUpload {
  /** The key it may be stored under: written down, and not claimed yet. */
  key: string;
  /** Bytes: the most a file may have. */
  limit: number;
}

/** The value is a promise of a `ReceivedFile`. */
export const Upload = new GraphQLScalarType({
  ...GraphQLUpload.toConfig(),
  description: 'A file, sent by the GraphQL multipart request specification.',
  specifiedByURL: 'https://github.com/jaydenseric/graphql-multipart-request-spec',
});

/** The file went over the limit while it was received. */
export const isTooLarge = (error: unknown): boolean => (error as { status?: unknown } | null)?.status === 413;
