import { useQuery } from '@apollo/client/react';
import { Button, Modal, Skeleton } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { problemOf } from '../graphql/problem';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { Failure } from '../ui/failure';
import { date, dateTime } from '../ui/format';
import { done } from '../ui/notify';
import css from './document-shares.module.css';
import { ShareForm } from './share-form';

const DocumentShares = graphql(`
  query DocumentShares($id: ID!) {
    document(id: $id) {
      id name
      shares {
        id recipient state hasPassword downloads mostDownloads createdAt expiresAt lastUsedAt
        createdBy { id name }
        viewerCan { revoke }
      }
    }
  }
`);
const RevokeDocumentShare = graphql(`
  mutation RevokeDocumentShare($input: RevokeDocumentShareInput!) {
    revokeDocumentShare(input: $input) { share { id state viewerCan { revoke } } userErrors { path code message } }
  }
`);

/** The links to a document: a new one, and what became of those before. */
export default function DocumentSharesDialog({ id, name, close }: { id: string; name: string; close: () => void }) {
  const { t } = useTranslation(['document', 'ui']);
  const { data, error, refetch } = useQuery(DocumentShares, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const { submit, pending } = useSubmit(RevokeDocumentShare, { fields: [] });
  const shares = data?.document?.shares;
  const revoke = async (shareId: string) => {
    const question = { title: t('share.revokeTitle'), text: t('share.revokeText'), action: t('share.revoke'), danger: true };
    if ((await confirm(question)) && (await submit({ input: { id: shareId } }))) done(t('share.revoked'));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t('share.title', { name })}
      size={560}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <ShareForm documentId={id} made={() => void refetch()} />
      {error && !shares && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!shares && !error && <Skeleton h={80} mt="md" />}
      {shares && shares.length > 0 && (
        <>
          <h3 className={css.title}>{t('share.links')}</h3>
          <ul className={css.list}>
            {shares.map((share) => (
              <li key={share.id} className={css.share} data-over={share.state !== 'OPEN' || undefined}>
                <div className={css.about}>
                  <span className={css.for}>{share.recipient ?? t('share.anybody')}</span>
                  <span className={css.sub}>
                    {share.state === 'OPEN' ? t('share.until', { date: date(share.expiresAt) }) : t(`share.state.${share.state}`)}
                    {share.hasPassword && `, ${t('share.withPassword')}`}
                  </span>
                  <span className={css.sub}>
                    {share.mostDownloads
                      ? t('share.countOf', { count: share.downloads, most: share.mostDownloads })
                      : t('share.count', { count: share.downloads })}
                    {share.lastUsedAt && `, ${t('share.last', { when: dateTime(share.lastUsedAt) })}`}
                  </span>
                  <span className={css.sub}>
                    {t('share.made', { name: share.createdBy?.name ?? '', date: date(share.createdAt) })}
                  </span>
                </div>
                {share.state === 'OPEN' && share.viewerCan.revoke && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    color="red"
                    flex="none"
                    disabled={pending}
                    leftSection={<IconLinkOff size={14} stroke={1.8} />}
                    onClick={() => void revoke(share.id)}
                  >
                    {t('share.revoke')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
