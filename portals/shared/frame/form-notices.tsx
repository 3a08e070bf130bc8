import { Alert, Button, Group, Radio, Stack } from '@mantine/core';
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../auth/session';
import { ago, and } from '../ui/format';
import css from './form-notices.module.css';
import type { Side } from './merge';
import { type Change, useTogether } from './together';
import type { Meanwhile } from './use-meanwhile';

type FormNoticesProps = {
  /** The id of what is changed; undefined for something new. */
  subject: string | undefined;
  meanwhile: Meanwhile | undefined;
  /** It was refused: somebody saved in between. */
  late: boolean;
  /** What they saved is not in this form. */
  movedOn: boolean;
  /** What a field is called. */
  label: (field: string) => string;
  /** What stands in it, in words; '' where nothing does. */
  show?: (field: string, value: unknown) => ReactNode;
};

const tickMs = 10_000;
const plain = (_field: string, value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/** Above a form: who else has it open, and what somebody else saved of it meanwhile, field by field. */
export function FormNotices({ subject, meanwhile, late, movedOn, label, show = plain }: FormNoticesProps) {
  const { t } = useTranslation('ui');
  const { editors, change } = useTogether(subject);
  return (
    <>
      {editors.length > 0 && !meanwhile && (
        <Alert color="blue" icon={<IconUsers size={16} />} role="status" className={css.notice}>
          {t('together.editing', { count: editors.length, names: and(editors.map(({ name }) => name)) })}
        </Alert>
      )}
      {late && movedOn && !meanwhile && (
        <Alert color="yellow" icon={<IconAlertTriangle size={16} />} title={t('stale.title')} role="alert" className={css.notice}>
          {t('stale.again')}
        </Alert>
      )}
      {meanwhile && <Changed change={change} meanwhile={meanwhile} late={late} label={label} show={show} />}
    </>
  );
}

type ChangedProps = Required<Pick<FormNoticesProps, 'label' | 'show' | 'late'>> & {
  change: Change | undefined;
  meanwhile: Meanwhile;
};

/** Whatever was typed stays until its person says what of it goes. */
function Changed({ change, meanwhile, late, label, show }: ChangedProps) {
  const { t } = useTranslation('ui');
  const { id } = useViewer();
  const [open, setOpen] = useState(false);
  const [chosen, choose] = useState<Record<string, Side>>({});
  // Whoever is far down in a long form sees it all the same: when it comes, and when they were refused because of it.
  const seen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (late || seen.current) seen.current?.scrollIntoView({ block: 'nearest' });
  }, [late]);
  useTick();
  const wanted = Object.fromEntries(meanwhile.differences.map((one) => [one.field, chosen[one.field] ?? one.wanted]));
  const title = change ? (
    <>
      {change.id === id ? t('stale.byYou') : t('stale.by', { name: change.name })}{' '}
      {/* It counts on by itself: read out each time, it would never end. */}
      <span aria-hidden>{ago(change.at)}</span>
    </>
  ) : (
    t('stale.title')
  );
  return (
    <Alert ref={seen} color="yellow" icon={<IconAlertTriangle size={16} />} title={title} role="alert" className={css.notice}>
      {t('stale.text', { fields: and(meanwhile.differences.map(({ field }) => label(field))) })}
      {open && (
        <Stack gap="sm" mt="sm">
          {meanwhile.differences.map(({ field, mine, theirs }) => (
            <Radio.Group
              key={field}
              label={label(field)}
              value={wanted[field]}
              onChange={(side) => choose((before) => ({ ...before, [field]: side as Side }))}
            >
              <Stack gap={4} mt={4}>
                {(
                  [
                    ['theirs', theirs],
                    ['mine', mine],
                  ] as const
                ).map(([side, value]) => (
                  <Radio
                    key={side}
                    value={side}
                    label={
                      <>
                        <span className={css.side}>{t(`stale.${side}`)}</span>{' '}
                        <span dir="auto" className={css.value}>
                          {show(field, value) || t('stale.nothing')}
                        </span>
                      </>
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
          ))}
        </Stack>
      )}
      <Group mt="xs" gap="xs">
        {open ? (
          <Button size="xs" onClick={() => meanwhile.join(wanted)}>
            {t('stale.join')}
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => setOpen(true)}>
            {t('stale.see')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={meanwhile.takeTheirs}>
          {t('stale.take')}
        </Button>
      </Group>
    </Alert>
  );
}

/** Says how long ago it was, while one looks. */
function useTick(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), tickMs);
    return () => clearInterval(timer);
  }, []);
}
