import { useRef } from 'react';

/** The idempotency key of a form: the same content keeps its key, so that sending it twice makes one thing. */
export function useOnce(): (content: unknown) => string {
  const sent = useRef({ content: '', key: '' });
  return (content) => {
    const written = JSON.stringify(content);
    if (sent.current.content !== written) sent.current = { content: written, key: crypto.randomUUID() };
    return sent.current.key;
  };
}
