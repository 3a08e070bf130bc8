import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconFiles, IconFilterOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentDrop } from '../../shared/document/document-drop';
import { DocumentList } from '../../shared/document/document-list';
import { SearchField } from '../../shared/frame/search-field';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type { DocumentCategory } from '../../shared/graphql/generated/graphql';
import { useConnection } from '../../shared/graphql/use-connection';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { Filters, Views } from '../../shared/ui/filters';
import { number } from '../../shared/ui/format';
import { Page, PageHeader } from '../../shared/ui/page';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './document-list.module.css';
import { PlaceSelect, usePlace } from './place';

const DocumentDialog = lazy(() => import('../../shared/document/document-dialog'));

const ClientDocuments = graphql(`
  query ClientDocuments($after: String, $filter: DocumentFilter, $search: String!, $searching: Boolean!) {
    documents(first: 30, after: $after, filter: $filter) {
      nodes { id ...DocumentRow_document excerpt(search: $search) @include(if: $searching) { page pieces { text found } } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
const ClientDocumentCategories = graphql(`
  query ClientDocumentCategories { documentCategories { category count } }
`);

/** All that is shared with the client, and what they gave us. */
export function Documents() {
  const { t } = useTranslation();
  const { get, set } = useUrlState();
  const { data, refetch } = useQuery(ClientDocumentCategories);
  const categories = data?.documentCategories.filter(({ count }) => count > 0) ?? [];
  const category = categories.find((one) => one.category === get('category'))?.category;
  const search = get('q') || undefined;
  const list = useConnection(
    ClientDocuments,
    {
      filter: { search, category: (category ?? get('category') ?? undefined) as DocumentCategory | undefined },
      search: search ?? '',
      searching: search !== undefined,
    },
    (all) => all.documents,
  );
  const place = usePlace();
  const changed = () => {
    list.retry();
    void refetch();
  };
  const opened = get('open');
  const narrowed = Boolean(search || get('category'));

  const body = () => {
    if (list.problem && !list.rows) return <Failure problem={list.problem} retry={list.retry} />;
    if (!list.rows) return <RowsSkeleton columns={2} />;
    if (!list.rows.length && narrowed)
      return (
        <Empty
          icon={IconFilterOff}
          title={t('frame:list.none')}
          action={
            <Button variant="default" onClick={() => set({ q: null, category: null })}>
              {t('frame:list.clear')}
            </Button>
          }
        >
          {t('frame:list.noneText')}
        </Empty>
      );
    if (!list.rows.length)
      return (
        <Empty icon={IconFiles} title={t('documents.none')}>
          {t('documents.noneText')}
        </Empty>
      );
    return (
      <>
        <DocumentList documents={list.rows} changed={changed} />
        <div className={css.foot}>
          <span role="status">
            {list.total === undefined ? '' : t('frame:list.shown', { count: list.rows.length, total: number(list.total) })}
          </span>
          {list.more && (
            <Button variant="default" onClick={list.more} loading={list.loadingMore}>
              {t('frame:list.more')}
            </Button>
          )}
        </div>
      </>
    );
  };

  return (
    <Page>
      <Crumbs items={[[t('nav.documents')]]} />
      <PageHeader title={t('nav.documents')} lead={t('documents.lead')} actions={<PlaceSelect {...place} />} />
      {place.id && <DocumentDrop place={{ customerId: place.id }} changed={changed} />}
      <div>
        <Views
          views={[
            { label: t('documents.all'), search: '', current: !get('category') },
            ...categories.map((one) => ({
              label: t(`document:category.${one.category}`),
              count: one.count,
              search: `category=${one.category}`,
              current: one.category === category,
            })),
          ]}
        />
        <Filters search={<SearchField placeholder={t('document:search')} />} />
        {body()}
      </div>
      {opened && (
        <Suspense>
          <DocumentDialog id={opened} close={() => set({ open: null })} changed={changed} />
        </Suspense>
      )}
    </Page>
  );
}
