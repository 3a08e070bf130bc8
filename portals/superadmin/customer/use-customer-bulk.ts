import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { CustomerFilter, CustomerStatus } from '../../shared/graphql/generated/graphql';
import { useParts } from '../../shared/graphql/use-parts';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done, undoable } from '../../shared/ui/notify';

const SetCustomersStatus = graphql(`
  mutation SetCustomersStatus($input: SetCustomersStatusInput!) {
    setCustomersStatus(input: $input) {
      customers { id status version }
      changedIds leftIds
      userErrors { path code message }
    }
  }
`);

const TagCustomers = graphql(`
  mutation TagCustomers($input: TagCustomersInput!) {
    tagCustomers(input: $input) {
      customers { id tags version }
      changedIds leftIds
      userErrors { path code message }
    }
  }
`);

/** What read a customer's status and tags: the figures over them, the lists filtered by them, and the words in use. */
const readAgain = ['SuperadminCustomerFigures', 'SuperadminCustomers', 'CustomerChoices'];

type Change = { add: string[]; remove: string[] };

/**
 * Acts on customers at once, many of them part by part. With the filter they were picked in, those that left it are told and left as they
 * are; undoing puts back those that were otherwise before, as far as they are still what they were made.
 */
export function useCustomerBulk(filter?: CustomerFilter) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const status = useSubmit(SetCustomersStatus, { fields: [] });
  const tags = useSubmit(TagCustomers, { fields: [] });
  const { run, progress } = useParts();
  type Act = Parameters<typeof run>[1];

  async function act(ids: readonly string[], change: Act, said: (count: number) => string, back: Act): Promise<void> {
    const { changed, left, whole } = await run(ids, change);
    const again = () => client.refetchQueries({ include: readAgain });
    await again();
    const as = said(whole && !left.length && !changed.length ? ids.length : changed.length);
    const message = left.length ? `${as} · ${t('customers.left', { count: left.length })}` : as;
    if (!whole && !changed.length) return; // Why was said already.
    if (!changed.length) return done(message);
    const undo = async () => {
      await run(changed, back);
      await again();
    };
    undoable(
      message,
      () => {},
      () => void undo(),
    );
  }

  return {
    progress,
    setStatus: (ids: readonly string[], to: CustomerStatus) => {
      const from = to === 'ACTIVE' ? 'INACTIVE' : 'ACTIVE';
      return act(
        ids,
        (part) => status.submit({ input: { ids: part, status: to, filter } }),
        (count) => t(`customers.done.${to}`, { count }),
        (part) => status.submit({ input: { ids: part, status: from, filter: { status: to } } }),
      );
    },
    tag: (ids: readonly string[], change: Change) =>
      act(
        ids,
        (part) => tags.submit({ input: { ids: part, filter, ...change } }),
        (count) => t('customers.done.tags', { count }),
        (part) => tags.submit({ input: { ids: part, filter: {}, add: change.remove, remove: change.add } }),
      ),
  };
}
