import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, PageHeader } from '../ui/page';
import css from './form-screen.module.css';
import { type Crumb, Crumbs } from './shell-slots';

type FormScreenProps = {
  title: string;
  lead?: string;
  crumbs: readonly Crumb[];
  /** What the one filled button says. */
  action: string;
  pending: boolean;
  send: () => void;
  /** Where giving up leads. */
  back: string;
  children: ReactNode;
};

/** A page that is one form: title, sections, and the two ways out. */
export function FormScreen({ title, lead, crumbs, action, pending, send, back, children }: FormScreenProps) {
  const { t } = useTranslation('ui');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <Page>
      <Crumbs items={crumbs} />
      <PageHeader title={title} lead={lead} />
      <form onSubmit={submit} noValidate className={css.form}>
        {children}
        <div className={css.foot}>
          <Button component={Link} to={back} variant="default">
            {t('cancel')}
          </Button>
          <Button type="submit" loading={pending}>
            {action}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** Fields two by two; one below the other on phones. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={css.fields}>{children}</div>;
}

/** A field that takes the whole width. */
export function WideField({ children }: { children: ReactNode }) {
  return <div className={css.wide}>{children}</div>;
}
