import type { SegmentFieldsQuery } from '../../shared/graphql/generated/graphql';

export type Field = SegmentFieldsQuery['segmentFields'][number];
export type Fields = ReadonlyMap<string, Field>;
type Value = string | number | (string | number | null)[] | null;
export type Within = { days: number | null } | { from: string | null; to: string | null };

/** As the server reads it, with an id beside it by which a part keeps its place while it is written. */
export type Condition = { id: string; field: string; op: string; value?: Value; within?: Within };
export type Group = { id: string; match: 'ALL' | 'ANY'; not?: boolean; of: Part[] };
export type Part = Group | Condition;

export const isGroup = (part: Part): part is Group => 'of' in part;

let last = 0;
const newId = () => `part-${++last}`;

/** The operator's own empty value: what was written under another kind means nothing under it. */
const emptyFor = (takes: string): Pick<Condition, 'value'> => {
  if (takes === 'NOTHING') return {};
  if (takes === 'TWO') return { value: [null, null] };
  return { value: takes === 'LIST' ? [] : null };
};

export const takesOf = (field: Field | undefined, op: string): string =>
  field?.operators.find(({ key }) => key === op)?.takes ?? 'NOTHING';

export function withField(condition: Condition, field: Field): Condition {
  const op = field.operators[0]?.key ?? '';
  return { id: condition.id, field: field.key, op, ...emptyFor(takesOf(field, op)) };
}

export function withOperator(condition: Condition, field: Field, op: string): Condition {
  const same = takesOf(field, op) === takesOf(field, condition.op);
  const { value: _, ...rest } = condition;
  return { ...rest, op, ...(same ? { value: condition.value } : emptyFor(takesOf(field, op))) };
}

export const newCondition = (field: Field): Condition => withField({ id: newId(), field: '', op: '' }, field);
export const newGroup = (of: Part[], match: Group['match'] = 'ANY'): Group => ({ id: newId(), match, of });

/** A rule of the server's as the builder holds it. */
export function readRule(json: unknown): Group {
  const { match, not, of } = json as Omit<Group, 'id'>;
  return {
    id: newId(),
    match,
    ...(not ? { not } : {}),
    of: of.map((part) => (isGroup(part) ? readRule(part) : { ...part, id: newId() })),
  };
}

/** The same for the server. */
export function ruleOf(group: Group): object {
  return { version: 1, ...bare(group) };
}

function bare({ match, not, of }: Group): object {
  return { match, ...(not ? { not } : {}), of: of.map((part) => (isGroup(part) ? bare(part) : said(part))) };
}

const said = ({ field, op, value, within }: Condition): object => ({
  field,
  op,
  ...(value === undefined ? {} : { value }),
  ...(within ? { within } : {}),
});

/** The group with the part at this place replaced, or taken away. */
export function replaced(group: Group, at: number, part: Part | null): Group {
  return { ...group, of: part ? group.of.with(at, part) : group.of.filter((_, index) => index !== at) };
}
