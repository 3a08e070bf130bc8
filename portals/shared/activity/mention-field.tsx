import { useQuery } from '@apollo/client/react';
import { Combobox, Textarea, type TextareaProps, useCombobox } from '@mantine/core';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { askedAt, type Named } from './mention-text';

const Mentionable = graphql(`
  query Mentionable($id: ID!) { customer(id: $id) { id mentionable { id name } } }
`);

const mostShown = 6;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type MentionFieldProps = Omit<TextareaProps, 'value' | 'onChange'> & {
  customerId: string;
  value: string;
  change: (text: string) => void;
  /** Somebody was picked: their name stands in the text. */
  named: (one: Named) => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** A text in which an @ offers the colleagues who see the record. */
export function MentionField({ customerId, value, change, named, onKeyDown, ...props }: MentionFieldProps) {
  const { t } = useTranslation('activity');
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const [asked, setAsked] = useState<{ from: number; search: string } | null>(null);
  const { data } = useQuery(Mentionable, { variables: { id: customerId }, skip: asked === null });
  const people = data?.customer?.mentionable ?? [];
  const found = asked ? people.filter(({ name }) => plain(name).includes(plain(asked.search))).slice(0, mostShown) : [];
  const open = asked !== null && found.length > 0;

  const look = (text: string, cursor: number) => {
    const now = askedAt(text, cursor);
    setAsked(now);
    if (now) list.openDropdown();
    else list.closeDropdown();
    list.selectFirstOption();
  };
  const pick = (id: string) => {
    const one = people.find((each) => each.id === id);
    if (!one || !asked) return;
    const end = asked.from + 1 + asked.search.length;
    change(`${value.slice(0, asked.from)}@${one.name} ${value.slice(end).replace(/^ /, '')}`);
    named(one);
    setAsked(null);
    list.closeDropdown();
  };

  return (
    <Combobox store={list} onOptionSubmit={pick} position="bottom-start" width={280}>
      <Combobox.EventsTarget withKeyboardNavigation={open} withAriaAttributes={open}>
        <Textarea
          {...props}
          value={value}
          onChange={(event) => {
            change(event.currentTarget.value);
            look(event.currentTarget.value, event.currentTarget.selectionStart);
          }}
          onBlur={() => setAsked(null)}
          onKeyDown={(event) => {
            if (open && event.key === 'Escape') {
              event.stopPropagation();
              setAsked(null);
            }
            onKeyDown?.(event);
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.DropdownTarget>
        <span />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!open}>
        <Combobox.Options aria-label={t('mention')}>
          {found.map(({ id, name }) => (
            <Combobox.Option key={id} value={id}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
