import { Anchor } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../auth/entrance';
import type { Portal } from '../theme/palette';
import css from './way-in.module.css';

/** `prepare` fetches what is behind the sign-in. */
export type WayInProps = { portal: Portal; prepare: () => void };

/** What stands behind the # of the link somebody came by. */
export const tokenHere = (): string => location.hash.slice(1);

/** A page in front of the door, in the light of its portal: a title, why, and one thing to do. */
export function WayIn({
  portal,
  title,
  children,
  back = true,
}: {
  portal: Portal;
  title: string;
  children?: ReactNode;
  back?: boolean;
}) {
  const { t } = useTranslation('way-in');
  return (
    <Entrance chosen={portal}>
      <section className={css.card} aria-label={title}>
        <h2 className={css.title}>{title}</h2>
        {children}
        {back && (
          <Anchor href={`/${portal}/`} className={css.back}>
            {t('toSignIn')}
          </Anchor>
        )}
      </section>
    </Entrance>
  );
}

export function WayInText({ children }: { children: ReactNode }) {
  return <p className={css.text}>{children}</p>;
}

/** What stands in the way, said at once. */
export function WayInAlert({ children }: { children: ReactNode }) {
  return (
    <p className={css.alert} role="alert">
      {children}
    </p>
  );
}

export function WayInForm({ send, children }: { send: (form: FormData) => void; children: ReactNode }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(new FormData(event.currentTarget));
  };
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
