import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { checkKey, FileMissing, type Measure, measuring, type Part, type Storage } from './storage.js';

interface Place {
  endpoint: string;
  region: string;
  bucket: string;
  /** Before every key: empty, or ends in a slash. */
  prefix: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

/** Files in an S3-compatible store: `s3://KEY:SECRET@host:port/bucket/prefix?region=eu-west-3&tls=false`. */
export class S3Storage implements Storage {
  private opened: Promise<S3Client> | undefined;

  constructor(private readonly place: Place) {}

  async put(key: string, content: Readable): Promise<Measure> {
    const { through, measure } = measuring();
    // When the source fails, whoever reads for the store is told, and gives up what was begun.
    content.on('error', (error) => through.destroy(error));
    through.on('error', () => {});
    content.pipe(through);
    const { Upload } = await import('@aws-sdk/lib-storage');
    const upload = new Upload({ client: await this.client(), params: { ...this.at(key), Body: through } });
    try {
      await upload.done();
    } catch (error) {
      content.destroy();
      through.destroy();
      throw error;
    }
    return measure();
  }

  async get(key: string, part?: Part): Promise<Readable> {
    const { GetObjectCommand, NoSuchKey } = await import('@aws-sdk/client-s3');
    const client = await this.client();
    try {
      const range = part && { Range: `bytes=${part.first}-${part.last}` };
      const { Body } = await client.send(new GetObjectCommand({ ...this.at(key), ...range }));
      return Body as Readable;
    } catch (error) {
      throw error instanceof NoSuchKey ? new FileMissing(key) : error;
    }
  }

  async remove(key: string): Promise<void> {
    const { DeleteObjectCommand } = await import('@aws-sdk/client-s3');
    const client = await this.client();
    await client.send(new DeleteObjectCommand(this.at(key)));
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.place.bucket, Key: this.place.prefix + checkKey(key) };
  }

  /** The library is large: who keeps files in a folder never loads it. */
  private client(): Promise<S3Client> {
    const { endpoint, region, credentials } = this.place;
    this.opened ??= import('@aws-sdk/client-s3').then(
      ({ S3Client }) =>
        new S3Client({
          endpoint,
          region,
          credentials,
          forcePathStyle: true,
          // Stores other than Amazon's don't all know the newer checksums.
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
        }),
    );
    return this.opened;
  }
}

const SHAPE = 's3://KEY:SECRET@host:port/bucket?region=eu-west-3&tls=true';

/** The store of this address. What is wrong with it is said without its secret. */
export function s3At(url: string): S3Storage {
  const parsed = URL.parse(url);
  const [bucket, ...folders] = (parsed?.pathname ?? '').split('/').filter(Boolean);
  if (parsed?.protocol !== 's3:' || !parsed.host || !bucket || !parsed.username || !parsed.password)
    throw new Error(`STORAGE_URL is not the address of a store, such as ${SHAPE}`);
  const tls = parsed.searchParams.get('tls') ?? 'true';
  if (tls !== 'true' && tls !== 'false') throw new Error('STORAGE_URL: tls is true or false');
  return new S3Storage({
    endpoint: `${tls === 'true' ? 'https' : 'http'}://${parsed.host}`,
    region: parsed.searchParams.get('region') ?? 'us-east-1',
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    credentials: { accessKeyId: decodeURIComponent(parsed.username), secretAccessKey: decodeURIComponent(parsed.password) },
  });
}
