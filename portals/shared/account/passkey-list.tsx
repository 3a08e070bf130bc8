import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconKey, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passkeysWork } from '../auth/passkeys';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { date, relative } from '../ui/format';
import { done } from '../ui/notify';
import { Section } from '../ui/section';
import { again, DeletePasskey, RenamePasskey } from './operations';
import css from './security.module.css';

const PasskeySetup = lazy(() => import('./passkey-setup'));
const SecureDialog = lazy(() => import('./secure-dialog'));

const PasskeyList_viewer = graphql(`
  fragment PasskeyList_viewer on Viewer {
    passkeys { id name createdAt lastUsedAt backedUp }
  }
`);

type PasskeyListProps = { viewer: FragmentType<typeof PasskeyList_viewer>; showCodes: (codes: readonly string[]) => void };
type Open = { what: 'add' } | { what: 'rename' | 'remove'; id: string; name: string };

/** The keys somebody signs in with. */
export function PasskeyList({ viewer, showCodes }: PasskeyListProps) {
  const { t } = useTranslation('security');
  const { passkeys } = readFragment(PasskeyList_viewer, viewer);
  const [open, setOpen] = useState<Open>();
  const rename = useSubmit(RenamePasskey, { fields: ['name'] });
  const remove = useSubmit(DeletePasskey, { fields: ['password'] });
  const close = () => setOpen(undefined);
  const works = passkeysWork();
  return (
    <Section
      title={t('passkey.title')}
      count={passkeys.length || undefined}
      action={
        works && (
          <Button variant="default" onClick={() => setOpen({ what: 'add' })}>
            {t('passkey.add')}
          </Button>
        )
      }
    >
      <p className={css.lead}>{t(works ? 'passkey.text' : 'passkey.noBrowser')}</p>
      {passkeys.length > 0 && (
        <ul className={css.list}>
          {passkeys.map(({ id, name, createdAt, lastUsedAt, backedUp }) => (
            <li key={id}>
              <IconKey size={20} stroke={1.5} aria-hidden className={css.glyph} />
              <div className={css.main}>
                <p className={css.name}>{name}</p>
                <p className={css.sub}>
                  {[
                    t('passkey.since', { date: date(createdAt) }),
                    lastUsedAt ? t('passkey.used', { when: relative(lastUsedAt) }) : t('passkey.unused'),
                    backedUp && t('passkey.synced'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('passkey.actions', { name })}>
                    <IconDots size={18} stroke={1.7} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconPencil size={16} stroke={1.6} />}
                    onClick={() => setOpen({ what: 'rename', id, name })}
                  >
                    {t('passkey.rename')}
                  </Menu.Item>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={16} stroke={1.6} />}
                    onClick={() => setOpen({ what: 'remove', id, name })}
                  >
                    {t('passkey.remove')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </li>
          ))}
        </ul>
      )}
      <Suspense>
        {open?.what === 'add' && (
          <PasskeySetup
            close={close}
            finish={(codes) => {
              close();
              done(t('passkey.added'));
              if (codes) showCodes(codes);
            }}
          />
        )}
        {open?.what === 'rename' && (
          <SecureDialog
            title={t('passkey.rename')}
            text={t('passkey.renameText')}
            action={t('passkey.rename')}
            fields={['name']}
            start={{ name: open.name }}
            errors={rename.errorsByPath}
            pending={rename.pending}
            close={close}
            send={async ({ name }) => {
              if (await rename.submit({ input: { id: open.id, name } })) close();
            }}
          />
        )}
        {open?.what === 'remove' && (
          <SecureDialog
            title={t('passkey.removeOne', { name: open.name })}
            text={t('passkey.removeText')}
            action={t('passkey.remove')}
            danger
            fields={['password']}
            errors={remove.errorsByPath}
            pending={remove.pending}
            close={close}
            send={async ({ password }) => {
              if (await remove.submit({ input: { id: open.id, password } }, again)) close();
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}
