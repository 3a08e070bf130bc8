import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Section } from '../../shared/ui/section';
import css from './customer-rail.module.css';

const CustomerNote_customer = graphql(`
  fragment CustomerNote_customer on Customer { id version internalNote viewerCan { update } }
`);

/** Loaded once somebody writes: the page opens sooner without fields. */
const CustomerNoteForm = lazy(() => import('./customer-note-form'));

/** What we know of them and don't tell them, written in its place. */
export function CustomerNote(props: { customer: FragmentType<typeof CustomerNote_customer> }) {
  const { t } = useTranslation();
  const { id, version, internalNote, viewerCan } = readFragment(CustomerNote_customer, props.customer);
  const [writing, setWriting] = useState(false);
  const shown = <p className={internalNote ? css.note : css.nothing}>{internalNote ?? t('customer.rail.noNote')}</p>;
  return (
    <Section
      plain
      title={t('customer.rail.note')}
      action={
        viewerCan.update &&
        !writing && (
          <ActionIcon size={28} aria-label={t('customer.rail.editNote')} onClick={() => setWriting(true)}>
            <IconPencil size={15} stroke={1.7} />
          </ActionIcon>
        )
      }
    >
      {writing ? (
        <Suspense fallback={shown}>
          <CustomerNoteForm id={id} version={version} note={internalNote ?? ''} close={() => setWriting(false)} />
        </Suspense>
      ) : (
        shown
      )}
    </Section>
  );
}
