export type ProgressInit = RequestInit & { onProgress?: (ratio: number) => void };

/** fetch() says nothing of an upload's progress; XMLHttpRequest does, and is used when `onProgress` is asked for. */
export const progressFetch: typeof fetch = (input, init) => {
  const { onProgress, ...rest }: ProgressInit = init ?? {};
  if (!onProgress) return fetch(input, rest);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(rest.method ?? 'POST', String(input));
    new Headers(rest.headers).forEach((value, name) => {
      request.setRequestHeader(name, value);
    });
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () =>
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
        }),
      );
    request.onerror = () => reject(new TypeError('network'));
    request.ontimeout = () => reject(new TypeError('timeout'));
    rest.signal?.addEventListener('abort', () => {
      request.abort();
      reject(new DOMException('aborted', 'AbortError'));
    });
    request.send(rest.body as XMLHttpRequestBodyInit);
  });
};
