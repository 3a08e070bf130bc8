import { Button } from '@mantine/core';
import { IconFiles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DocumentDrop } from '../../shared/document/document-drop';
import { DocumentList } from '../../shared/document/document-list';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './customer.module.css';

const RevendeurCustomerDocuments = graphql(`
  query RevendeurCustomerDocuments($id: ID!, $after: String) {
    customer(id: $id) {
      id
      documents(first: 25, after: $after) {
        nodes { id ...DocumentRow_document }
        pageInfo { hasNextPage endCursor }
      }
      viewerCan { uploadDocument }
    }
  }
`);

const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** What is shared with them, what one put there oneself, and the place to drop more. */
export function CustomerDocuments({ id }: { id: string }) {
  const { t } = useTranslation();
  const list = useConnection(RevendeurCustomerDocuments, { id }, (data) => data.customer?.documents ?? nothing);
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  if (!list.rows) return <RowsSkeleton rows={4} columns={2} />;
  return (
    <div className={css.stack}>
      {list.data?.customer?.viewerCan.uploadDocument && <DocumentDrop place={{ customerId: id }} changed={list.retry} />}
      {list.rows.length ? (
        <DocumentList documents={list.rows} changed={list.retry} />
      ) : (
        <Empty icon={IconFiles} title={t('customer.noDocument')}>
          {t('customer.noDocumentText')}
        </Empty>
      )}
      {list.more && (
        <div className={css.more}>
          <Button variant="default" onClick={list.more} loading={list.loadingMore}>
            {t('customer.older')}
          </Button>
        </div>
      )}
    </div>
  );
}
