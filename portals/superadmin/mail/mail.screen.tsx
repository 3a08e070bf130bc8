import { useQuery } from '@apollo/client/react';
import { IconMailX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { bytes, dateTime } from '../../shared/ui/format';
import { TodoList } from '../../shared/ui/todo';
import css from './mail.module.css';
import { MailState } from './mail-state';

const AdminMail = graphql(`
  query AdminMail($id: ID!) {
    mail(id: $id) {
      id to subject text html status error createdAt sentAt
      customer { id name }
      attachments { id name size }
    }
  }
`);

/** A mail as it left: its letter, and its text. */
export function Mail() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminMail, { variables: { id } });
  const mail = data?.mail ?? undefined;
  const reason = mail?.status === 'STOPPED' ? t(`mails.stopped.${mail.error}`) : (mail?.error ?? '');
  return (
    <DetailScreen
      crumbs={[[t('nav.mails'), '/mails'], [mail?.subject ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.mail === null}
      header={
        mail && {
          title: mail.subject,
          badges: <MailState status={mail.status} />,
          meta: (
            <>
              <span>{t('mails.to', { to: mail.to })}</span>
              <span>{dateTime(mail.sentAt ?? mail.createdAt)}</span>
              {mail.attachments.length > 0 && (
                <span>
                  {t('mails.files')} : {mail.attachments.map(({ name, size }) => `${name} (${bytes(size)})`).join(', ')}
                </span>
              )}
              {mail.customer && <Link to={`/customers/${mail.customer.id}`}>{mail.customer.name}</Link>}
            </>
          ),
        }
      }
      alerts={
        mail?.error && (
          <TodoList
            label={t('mails.state')}
            items={[{ key: 'error', tone: 'red', icon: IconMailX, title: t('mails.failed'), text: reason }]}
          />
        )
      }
      tabs={
        mail
          ? [
              {
                key: 'letter',
                label: t('mails.letter'),
                // No script, no form, no origin: whatever somebody wrote into a mail stays a picture of it.
                panel: () => <iframe className={css.letter} title={mail.subject} sandbox="" srcDoc={mail.html} />,
              },
              { key: 'text', label: t('mails.text'), panel: () => <pre className={css.text}>{mail.text}</pre> },
            ]
          : undefined
      }
    />
  );
}
