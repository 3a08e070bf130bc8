import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlState } from './use-url-state';

const pause = 250;

/** What is searched for lives in the URL as `q`, written when the typing pauses. */
export function SearchField({ placeholder }: { placeholder: string }) {
  const { t } = useTranslation('frame');
  const { get, set } = useUrlState();
  const asked = get('q') ?? '';
  const [text, setText] = useState(asked);
  const written = useRef(asked);
  const write = useDebouncedCallback((value: string, path: string) => {
    // Whoever has gone on to a row meanwhile is not brought back.
    if (window.location.pathname !== path) return;
    written.current = value;
    set({ q: value });
  }, pause);
  useEffect(() => {
    if (asked !== written.current) {
      written.current = asked;
      setText(asked);
    }
  }, [asked]);
  const change = (value: string) => {
    setText(value);
    write(value, window.location.pathname);
  };
  return (
    <TextInput
      type="search"
      aria-label={placeholder}
      placeholder={placeholder}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={15} stroke={1.8} />}
      rightSection={text && <CloseButton size={24} aria-label={t('clearSearch')} onClick={() => change('')} />}
    />
  );
}
