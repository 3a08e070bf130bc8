import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { tell } from '../../shared/graphql/use-submit';
import { type Column, DataTable } from '../../shared/ui/data-table';
import { Failure } from '../../shared/ui/failure';
import { number } from '../../shared/ui/format';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './import.module.css';

const AdminImportRefusals = graphql(`
  query AdminImportRefusals($id: ID!, $after: String) {
    importRun(id: $id) {
      id
      refusals(first: 50, after: $after, direction: ASC) {
        nodes { id line column code value message }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

type Refusal = { id: string; line: number; column?: string | null; value: string; message: string };
const refusalId = (refusal: Refusal) => refusal.id;

/** What was not taken, line by line, and why. */
export function ImportRefusals({ id, total }: { id: string; total: number }) {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore, loading } = useQuery(AdminImportRefusals, { variables: { id } });
  const refusals = data?.importRun?.refusals;
  const columns: Column<Refusal>[] = [
    { id: 'line', header: t('imports.line'), align: 'right', width: 90, cell: ({ line }) => number(line) },
    { id: 'column', header: t('imports.column'), width: 160, cell: ({ column }) => column },
    { id: 'reason', header: t('imports.reason'), cell: ({ message }) => message },
    { id: 'value', header: t('imports.value'), cell: ({ value }) => value && <code>{value}</code> },
  ];
  return (
    <Section title={t('imports.refusals')} count={total} flush={Boolean(refusals)}>
      {error && !refusals ? (
        <Failure problem={problemOf(error)} retry={() => void refetch()} />
      ) : !refusals ? (
        <RowsSkeleton rows={4} columns={1} />
      ) : (
        <>
          <div className={css.rows}>
            <DataTable
              label={t('imports.refusedTable')}
              rows={refusals.nodes}
              columns={columns}
              rowId={refusalId}
              minWidth={560}
            />
          </div>
          {refusals.pageInfo.hasNextPage && (
            <Button
              variant="default"
              m="sm"
              loading={loading}
              onClick={() => void fetchMore({ variables: { after: refusals.pageInfo.endCursor } }).catch(tell)}
            >
              {t('frame:list.more')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
