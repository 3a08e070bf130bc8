import { useQuery } from '@apollo/client/react';
import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './role.module.css';
import { plain } from './role-draft';

const AdminPermissions = graphql(`
  query AdminPermissions { viewer { id roleKey } permissions { key group description } }
`);

type PermissionMatrixProps = {
  held: readonly string[];
  before: readonly string[];
  change?: (held: string[]) => void;
  error?: string;
};

/** Everything a role may be given, by what it is about. What one has not oneself one can't give, but superadmins. */
export function PermissionMatrix({ held, before, change, error }: PermissionMatrixProps) {
  const { t } = useTranslation();
  const { permissions: mine } = useViewer();
  const { data, error: failure, refetch } = useQuery(AdminPermissions);
  const [search, setSearch] = useState('');
  if (failure) return <Failure problem={problemOf(failure)} retry={() => void refetch().catch(() => {})} />;
  if (!data) return <RowsSkeleton rows={8} columns={1} />;
  const mayGive = (key: string) => data.viewer.roleKey === 'superadmin' || mine.includes(key) || before.includes(key);
  const words = plain(search.trim());
  const found = data.permissions.filter(({ key, description }) => plain(`${key} ${description}`).includes(words));
  const groups = [...new Set(found.map(({ group }) => group))];
  const put = (keys: readonly string[], on: boolean) =>
    change?.(on ? [...new Set([...held, ...keys])] : held.filter((key) => !keys.includes(key)));
  return (
    <>
      <TextInput
        type="search"
        aria-label={t('roles.search')}
        placeholder={t('roles.search')}
        leftSection={<IconSearch size={15} stroke={1.8} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {error && (
        <p className={css.error} role="alert">
          {error}
        </p>
      )}
      {found.length === 0 && <p className={css.nothing}>{t('roles.nothing')}</p>}
      {groups.map((group) => {
        const inGroup = found.filter((permission) => permission.group === group);
        const keys = inGroup.map(({ key }) => key).filter(mayGive);
        const on = keys.filter((key) => held.includes(key)).length;
        const heldHere = inGroup.filter(({ key }) => held.includes(key)).length;
        return (
          <Section
            key={group}
            title={t(`roles.groups.${group}`)}
            action={
              <span className={css.of}>
                {t('roles.of', { count: heldHere, total: inGroup.length })}
                {change && (
                  <Checkbox
                    aria-label={t('roles.all', { group: t(`roles.groups.${group}`) })}
                    checked={keys.length > 0 && on === keys.length}
                    indeterminate={on > 0 && on < keys.length}
                    disabled={keys.length === 0}
                    onChange={(event) => put(keys, event.currentTarget.checked)}
                  />
                )}
              </span>
            }
          >
            <ul className={css.permissions}>
              {inGroup.map(({ key, description }) => (
                <li key={key} data-changed={held.includes(key) !== before.includes(key) || undefined}>
                  <Checkbox
                    checked={held.includes(key)}
                    disabled={!change || !mayGive(key)}
                    onChange={(event) => put([key], event.currentTarget.checked)}
                    label={description}
                    description={key}
                  />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}
