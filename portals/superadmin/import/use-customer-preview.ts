import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { graphql } from '../../shared/graphql/generated';
import type {
  AdminCustomerPreviewQuery,
  CustomerImportPreviewInput,
  ExistingCustomers,
} from '../../shared/graphql/generated/graphql';
import { tell } from '../../shared/graphql/use-submit';
import { headOf } from './customer-file';

const AdminCustomerPreview = graphql(`
  query AdminCustomerPreview($input: CustomerImportPreviewInput!) {
    customerImportPreview(input: $input) {
      sheets headers fields problem
      columns { field column }
      rows { line cells mistakes { column code message } }
    }
  }
`);

type Preview = AdminCustomerPreviewQuery['customerImportPreview'];
/** What each column of the file is taken for; null is left out. */
export type Assigned = readonly (string | null)[];

/** Every field is said: what no column holds is left out, so that nothing is guessed behind the person's back. */
export const mappingOf = ({ headers, fields }: Preview, assigned: Assigned) =>
  fields.map((field) => ({ field, column: headers[assigned.indexOf(field)] ?? '' }));

interface Kept {
  file: File;
  preview: Preview;
  assigned: Assigned;
  sheet: string | null;
  existing: ExistingCustomers;
  prefix: string;
}

/** What was tried last: after a dry run the same file, read the same way, is one click from being imported for good. */
let kept: Kept | undefined;
export const keepTried = (tried: Kept | undefined): void => {
  kept = tried;
};
export const triedLast = (): Kept | undefined => kept;

/** The first rows of the chosen file as the server would read them. The file's beginning is sent once, then only its rows. */
export function useCustomerPreview() {
  const client = useApolloClient();
  const [preview, setPreview] = useState(kept?.preview);
  const [assigned, setAssigned] = useState<Assigned>(kept?.assigned ?? []);
  const [loading, setLoading] = useState(false);
  const asked = useRef(0);

  async function ask(input: CustomerImportPreviewInput): Promise<Preview | undefined> {
    asked.current += 1;
    const mine = asked.current;
    setLoading(true);
    try {
      const context = { queryDeduplication: false };
      const query = { query: AdminCustomerPreview, variables: { input }, fetchPolicy: 'no-cache', context } as const;
      const { data } = await client.query(query);
      return mine === asked.current ? data?.customerImportPreview : undefined;
    } catch (error) {
      tell(error);
    } finally {
      if (mine === asked.current) setLoading(false);
    }
  }

  async function open(file: File, sheet: string | null = null): Promise<void> {
    setPreview(undefined);
    const found = await ask({ file: await headOf(file), sheet });
    if (!found) return;
    setPreview(found);
    setAssigned(found.headers.map((_, at) => found.columns.find(({ column }) => column === at)?.field ?? null));
  }

  /** Takes a column for another field; whichever was taken for it no longer is. */
  async function assign(at: number, field: string | null): Promise<void> {
    if (!preview) return;
    const next = assigned.map((one, i) => (i === at ? field : field !== null && one === field ? null : one));
    setAssigned(next);
    const rows = [preview.headers, ...preview.rows.map(({ cells }) => cells)];
    const found = await ask({ rows, mapping: mappingOf(preview, next) });
    if (found)
      setPreview({
        ...preview,
        problem: found.problem,
        rows: preview.rows.map((row, i) => ({ ...row, mistakes: found.rows[i]?.mistakes ?? [] })),
      });
  }

  return { preview, assigned, loading, open, assign };
}
