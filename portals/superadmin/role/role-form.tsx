import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Crumb, Crumbs } from '../../shared/frame/shell-slots';
import type { Reach } from '../../shared/graphql/generated/graphql';
import { Page, PageHeader, WithRail } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { PermissionMatrix } from './permission-matrix';
import css from './role.module.css';
import { RoleDifference } from './role-difference';
import type { RoleDraft } from './role-draft';

const reaches: Reach[] = ['CLIENT', 'PRESTATAIRE', 'REVENDEUR', 'STAFF'];

type RoleFormProps = {
  title: string;
  crumbs: readonly Crumb[];
  before: RoleDraft;
  /** New roles have a key to choose; those that came with the product keep reach and rank. */
  kind: 'new' | 'own' | 'builtIn';
  holders: number;
  mayChange: boolean;
  action: string;
  pending: boolean;
  errors: Record<string, string>;
  send: (draft: RoleDraft) => void;
  /** Below the buttons: other acts. */
  children?: ReactNode;
};

export function RoleForm({
  title,
  crumbs,
  before,
  kind,
  holders,
  mayChange,
  action,
  pending,
  errors,
  send,
  children,
}: RoleFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(before);
  const set = (patch: Partial<RoleDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const isFixed = !mayChange || kind === 'builtIn';
  return (
    <Page>
      <Crumbs items={crumbs} />
      <PageHeader title={title} lead={mayChange ? undefined : t('roles.readOnly')} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(draft);
        }}
      >
        <WithRail
          rail={
            <div className={css.rail}>
              <Section plain title={t('roles.about')}>
                <div className={css.fields}>
                  <TextInput
                    label={t('roles.name')}
                    required
                    disabled={!mayChange}
                    value={draft.name}
                    onChange={(event) => set({ name: event.currentTarget.value })}
                    error={errors.name}
                  />
                  <TextInput
                    label={t('roles.key')}
                    description={kind === 'new' ? t('roles.keyHint') : undefined}
                    required={kind === 'new'}
                    disabled={kind !== 'new'}
                    value={draft.key}
                    onChange={(event) => set({ key: event.currentTarget.value })}
                    error={errors.key}
                  />
                  <Select
                    label={t('roles.portal')}
                    data={reaches.map((value) => ({ value, label: t(`roles.reach.${value}`) }))}
                    allowDeselect={false}
                    disabled={isFixed}
                    value={draft.reach}
                    onChange={(reach) => reach && set({ reach: reach as Reach })}
                    error={errors.reach}
                  />
                  <NumberInput
                    label={t('roles.rank')}
                    description={t('roles.rankHint')}
                    min={1}
                    max={100}
                    allowDecimal={false}
                    disabled={isFixed}
                    value={draft.rank}
                    onChange={(rank) => set({ rank: Number(rank) })}
                    error={errors.rank}
                  />
                </div>
              </Section>
              {mayChange && (
                <Section plain title={t('roles.changes')}>
                  <RoleDifference before={before.permissions} now={draft.permissions} holders={holders} />
                  <div className={css.foot}>
                    <Button component={Link} to="/roles" variant="default">
                      {t('ui:cancel')}
                    </Button>
                    <Button type="submit" loading={pending}>
                      {action}
                    </Button>
                  </div>
                </Section>
              )}
              {children}
            </div>
          }
        >
          <div className={css.stack}>
            <PermissionMatrix
              held={draft.permissions}
              before={before.permissions}
              change={mayChange ? (permissions) => set({ permissions }) : undefined}
              error={errors.permissions}
            />
          </div>
        </WithRail>
      </form>
    </Page>
  );
}
