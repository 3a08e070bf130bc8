import type { fresh } from './access.fresh.js';
import { type Cells, cellsOf, type Row } from './access.row.js';
import type { Org } from './organisation.world.js';

export interface MutationRow extends Row {
  object: keyof typeof fresh;
  input: (id: string, org: Org) => object;
  /** The outcome where the object is hidden. */
  hidden: string;
  /** Open to anyone, with this outcome. */
  open: string | null;
  /** A file goes along. */
  file: string | null;
}

interface Options {
  title?: string;
  hidden?: string;
  open?: string;
  file?: string;
}

export const row = (
  field: string,
  object: MutationRow['object'],
  input: MutationRow['input'],
  cells: Cells,
  { title = '', hidden = 'NOT_FOUND', open, file }: Options = {},
): MutationRow => {
  const type = `${field[0].toUpperCase()}${field.slice(1)}Input`;
  const inputType = /^(Complete|Reopen|Delete)MilestoneInput$/.test(type) ? 'MilestoneInput' : type;
  const query = `mutation ($input: ${inputType}!) { it: ${field}(input: $input) { userErrors { path code } } }`;
  return {
    field: `Mutation.${field}`,
    title,
    query,
    object,
    input,
    hidden,
    open: open ?? null,
    file: file ?? null,
    cells: cellsOf(cells),
  };
};

/** One without an input. */
export const bareRow = (field: string, open: string): MutationRow => ({
  ...row(field, 'nothing', () => ({}), {}, { open }),
  query: `mutation { it: ${field} { userErrors { path code } } }`,
});
