import type { ApolloCache } from '@apollo/client';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done, undoable } from '../../shared/ui/notify';

const OrderCustomFields = graphql(`
  mutation OrderCustomFields($input: OrderCustomFieldsInput!) {
    orderCustomFields(input: $input) { customFields { id position } userErrors { path code message } }
  }
`);
const ArchiveCustomField = graphql(`
  mutation ArchiveCustomField($input: ArchiveCustomFieldInput!) {
    archiveCustomField(input: $input) { customField { id archived version } userErrors { path code message } }
  }
`);

/** This page reads them again; forms and filters do once they need them. */
export const readAgain = {
  refetchQueries: ['AdminCustomFields'],
  awaitRefetchQueries: true,
  update: (cache: ApolloCache) => {
    cache.modify({
      fields: { customFields: (known, { storeFieldName, DELETE }) => (storeFieldName === 'customFields' ? DELETE : known) },
    });
  },
};

/** Moves a field, and puts one away or brings it back. */
export function useCustomFieldActs() {
  const { t } = useTranslation();
  const order = useSubmit(OrderCustomFields, { fields: [] });
  const archiving = useSubmit(ArchiveCustomField, { fields: [] });

  async function move(ids: readonly string[], from: number, to: number): Promise<void> {
    const next = [...ids];
    next.splice(to, 0, ...next.splice(from, 1));
    await order.submit({ input: { ids: next } }, readAgain);
  }

  const set = (id: string, archived: boolean) => archiving.submit({ input: { id, archived } }, readAgain);

  /** What is put away comes back with one click: nothing is lost by it. */
  async function archive(id: string, label: string, archived: boolean): Promise<void> {
    if (!(await set(id, archived))) return;
    if (!archived) return done(t('custom-fields.restored', { label }));
    undoable(
      t('custom-fields.isArchived', { label }),
      () => {},
      () => void set(id, false),
    );
  }

  return { move, archive };
}
