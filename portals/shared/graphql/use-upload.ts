import type { OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import i18next from 'i18next';
import { useRef, useState } from 'react';
import type { Sending } from '../ui/drop-zone';
import { problemOf } from './problem';
import { type Payload, payloadOf, userErrorsIn } from './use-submit';

type UploadOptions<Data> = { onDone?: (payload: Payload<Data>, file: File) => void };

/** Two at a time: enough to fill a line, few enough that each one's progress means something. */
const atOnce = 2;

/** Files through one mutation, each on its own: hand what it answers to `<DropZone>`. */
export function useUpload<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variablesOf: (file: File) => Variables,
  { onDone }: UploadOptions<Data> = {},
) {
  const client = useApolloClient();
  const [uploads, setUploads] = useState<Sending[]>([]);
  const queue = useRef<Sending[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const change = (id: string, part: Partial<Sending>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));

  async function send({ id, file }: Sending): Promise<void> {
    const abort = new AbortController();
    running.current.set(id, abort);
    change(id, { state: 'sending', progress: 0, error: undefined });
    try {
      const { data } = await client.mutate<Data>({
        mutation: document as TypedDocumentNode<Data>,
        variables: variablesOf(file),
        context: {
          fetchOptions: { signal: abort.signal, onProgress: (progress: number) => change(id, { progress }) },
        },
      });
      const payload = payloadOf<Data>(data as Data | undefined);
      const [refused] = userErrorsIn(payload);
      if (refused) return change(id, { state: 'failed', error: refused.message });
      change(id, { state: 'done', progress: 1 });
      if (payload) onDone?.(payload, file);
    } catch (error) {
      if (!abort.signal.aborted)
        change(id, { state: 'failed', error: problemOf(error).message ?? i18next.t('ui:failure.NETWORK.text') });
    } finally {
      running.current.delete(id);
      next();
    }
  }

  function next(): void {
    while (running.current.size < atOnce) {
      const upload = queue.current.shift();
      if (!upload) return;
      void send(upload);
    }
  }

  function add(files: File[]): void {
    const added = files.map((file): Sending => ({ id: crypto.randomUUID(), file, progress: 0, state: 'waiting' }));
    setUploads((all) => [...all.filter((upload) => upload.state !== 'done'), ...added]);
    queue.current.push(...added);
    next();
  }

  function cancel(id: string): void {
    running.current.get(id)?.abort();
    queue.current = queue.current.filter((upload) => upload.id !== id);
    setUploads((all) => all.filter((upload) => upload.id !== id));
  }

  function retry(id: string): void {
    const upload = uploads.find((one) => one.id === id);
    if (!upload) return;
    queue.current.push(upload);
    next();
  }

  return { uploads, add, cancel, retry };
}
