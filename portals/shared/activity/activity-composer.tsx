import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { Audience } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import css from './activity.module.css';
import { type Handwritten, handwritten } from './activity-kinds';
import { partsOf } from './activity-text';
import { MentionField } from './mention-field';
import { kept, type Named } from './mention-text';

const ActivityAttachments = lazy(() => import('./activity-attachments'));

const AddCustomerActivity = graphql(`
  mutation AddCustomerActivity($input: AddCustomerActivityInput!) {
    addCustomerActivity(input: $input) {
      activity { id ...ActivityItem_activity }
      userErrors { path code message }
    }
  }
`);

type ActivityComposerProps = {
  customerId: string;
  /** The kind that somebody chose elsewhere: the field takes the focus. */
  kind?: string | null;
  /** It is written, or given up. */
  written?: () => void;
  /** The queries that show the timeline. */
  readAgain: string[];
};

/** One line to note what was said; Ctrl+Enter publishes. */
export function ActivityComposer({ customerId, kind: wished, written, readAgain }: ActivityComposerProps) {
  const { t } = useTranslation('activity');
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Handwritten>('NOTE');
  const [audience, setAudience] = useState<Audience>('TEAM');
  const [open, setOpen] = useState(false);
  const [people, setPeople] = useState<readonly Named[]>([]);
  const [attaching, setAttaching] = useState(false);
  const [documentIds, setDocuments] = useState<string[]>([]);
  const { submit, pending, errorsByPath } = useSubmit(AddCustomerActivity);

  useEffect(() => {
    const chosen = handwritten.find((one) => one === wished);
    if (!chosen) return;
    setKind(chosen);
    setOpen(true);
    field.current?.focus();
  }, [wished]);

  const publish = async () => {
    if (!text.trim()) return field.current?.focus();
    const { title, body } = partsOf(text);
    const payload = await submit(
      { input: { customerId, kind, audience, title: kept(title, people), body: body && kept(body, people), documentIds } },
      { refetchQueries: readAgain },
    );
    if (!payload) return;
    setText('');
    setPeople([]);
    setDocuments([]);
    setAttaching(false);
    setOpen(false);
    written?.();
  };
  const error = errorsByPath.title ?? errorsByPath.body ?? errorsByPath.kind ?? errorsByPath.documentIds;

  return (
    <div className={css.composer}>
      <div className={css.write}>
        <MentionField
          ref={field}
          customerId={customerId}
          named={(one) => setPeople((all) => [...all, one])}
          variant="unstyled"
          aria-label={t('compose')}
          placeholder={t('composeHint')}
          autosize
          minRows={1}
          maxRows={12}
          flex={1}
          value={text}
          onFocus={() => setOpen(true)}
          change={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void publish();
          }}
        />
        {!open && (
          <Button size="xs" variant="default" onClick={() => field.current?.focus()}>
            {t('publish')}
          </Button>
        )}
      </div>
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      {open && (
        <div className={css.choices}>
          <Select
            size="xs"
            className={css.choice}
            aria-label={t('kindLabel')}
            allowDeselect={false}
            data={handwritten.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            onChange={(value) => value && setKind(value)}
          />
          <Select
            size="xs"
            className={css.choice}
            aria-label={t('audienceLabel')}
            allowDeselect={false}
            data={(['TEAM', 'EVERYONE'] as const).map((value) => ({ value, label: t(`audience.${value}`) }))}
            value={audience}
            onChange={(value) => value && setAudience(value)}
          />
          <ActionIcon
            size={30}
            variant="default"
            aria-label={t('attachment.attach')}
            aria-pressed={attaching}
            onClick={() => setAttaching(true)}
          >
            <IconPaperclip size={15} stroke={1.7} />
          </ActionIcon>
          <span className={css.grow} />
          <Button size="xs" variant="default" onClick={() => void publish()} loading={pending} disabled={!text.trim()}>
            {t('publish')}
          </Button>
        </div>
      )}
      {open && attaching && (
        <Suspense>
          <ActivityAttachments customerId={customerId} chosen={documentIds} choose={setDocuments} />
        </Suspense>
      )}
    </div>
  );
}
