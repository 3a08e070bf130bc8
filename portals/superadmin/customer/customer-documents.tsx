import { Button, SegmentedControl } from '@mantine/core';
import { IconFiles, IconFilterOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '../../shared/document/document-categories';
import { DocumentDrop } from '../../shared/document/document-drop';
import { DocumentList } from '../../shared/document/document-list';
import { SearchField } from '../../shared/frame/search-field';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { bytes } from '../../shared/ui/format';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './customer-tabs.module.css';

const DocumentDialog = lazy(() => import('../../shared/document/document-dialog'));

const CustomerDocuments = graphql(`
  query CustomerDocuments($id: ID!, $after: String, $filter: DocumentFilter!, $search: String!, $searching: Boolean!) {
    customer(id: $id) {
      id
      documents(first: 25, after: $after, filter: $filter) {
        nodes { id ...DocumentRow_document excerpt(search: $search) @include(if: $searching) { page pieces { text found } } }
        pageInfo { hasNextPage endCursor }
      }
      documentStats { count size byCategory { category count size } }
      viewerCan { uploadDocument }
    }
  }
`);

const nothing = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Their documents by category, and the place to drop more. */
export function CustomerDocumentsTab({ id }: { id: string }) {
  const { t } = useTranslation(['portal', 'document']);
  const { get, set } = useUrlState();
  const category = categories.find((one) => one === get('category'));
  const search = get('q')?.trim() ?? '';
  const opened = get('open');
  const list = useConnection(
    CustomerDocuments,
    { id, filter: { category: category ?? null, search: search || null }, search, searching: search !== '' },
    (data) => data.customer?.documents ?? nothing,
  );
  if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
  if (!list.rows) return <RowsSkeleton rows={5} columns={2} />;
  const customer = list.data?.customer;
  const stats = customer?.documentStats;
  const sum = stats?.byCategory.find((one) => one.category === category) ?? stats;
  const filled = stats?.byCategory.filter((one) => one.count > 0 || one.category === category) ?? [];
  return (
    <div className={css.stack}>
      {customer?.viewerCan.uploadDocument && (
        <DocumentDrop sharing place={{ customerId: id }} category={category} changed={list.retry} />
      )}
      {(stats?.count ?? 0) > 0 && (
        <div className={css.search}>
          <SearchField placeholder={t('document:search')} />
        </div>
      )}
      {filled.length > 1 && (
        <div className={css.filter}>
          <SegmentedControl
            aria-label={t('customer.documents.filter')}
            value={category ?? 'ALL'}
            onChange={(value) => set({ category: value === 'ALL' ? null : value })}
            data={[
              { value: 'ALL', label: t('customer.documents.all', { count: stats?.count ?? 0 }) },
              ...filled.map((one) => ({
                value: one.category,
                label: (
                  <>
                    {t(`document:category.${one.category}`)} {one.count} <span className={css.size}>· {bytes(one.size)}</span>
                  </>
                ),
              })),
            ]}
          />
        </div>
      )}
      {list.rows.length > 0 ? (
        <DocumentList audience documents={list.rows} changed={list.retry} />
      ) : search ? (
        <Empty
          icon={IconFilterOff}
          title={t('document:nothing')}
          action={
            <Button variant="default" onClick={() => set({ q: null })}>
              {t('document:clear')}
            </Button>
          }
        >
          {t('document:nothingText')}
        </Empty>
      ) : (
        <Empty icon={IconFiles} title={t('customer.documents.none')}>
          {t('customer.documents.noneText')}
        </Empty>
      )}
      {list.more && (
        <div className={css.more}>
          <Button variant="default" onClick={list.more} loading={list.loadingMore}>
            {t('customer.activity.more')}
          </Button>
        </div>
      )}
      {!search && sum && sum.count > 0 && (
        <p className={css.sub}>{t('customer.documents.total', { count: sum.count, size: bytes(sum.size) })}</p>
      )}
      {opened && (
        <Suspense>
          <DocumentDialog id={opened} sharing close={() => set({ open: null })} changed={list.retry} />
        </Suspense>
      )}
    </div>
  );
}
