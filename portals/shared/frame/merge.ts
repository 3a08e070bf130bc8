export type Side = 'mine' | 'theirs';

/** A field that somebody else saved otherwise than it stands in the form. */
export type Difference<Field extends string = string> = {
  field: Field;
  mine: unknown;
  theirs: unknown;
  /** What is kept unless it is said otherwise: what only they changed is theirs, the rest stays as it was typed. */
  wanted: Side;
};

/** Nothing is nothing, however it is written. */
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? '') === JSON.stringify(other ?? '');

/**
 * What differs between a form and what somebody else saved since it was opened.
 * @param before what the form was opened with: what is still so was not typed by anybody here.
 */
export function differences<Words extends object>(
  before: Words,
  mine: Words,
  theirs: Words,
): Difference<Extract<keyof Words, string>>[] {
  const fields = Object.keys({ ...before, ...theirs }) as Extract<keyof Words, string>[];
  return fields
    .filter((field) => !same(before[field], theirs[field]) && !same(mine[field], theirs[field]))
    .map((field) => ({
      field,
      mine: mine[field],
      theirs: theirs[field],
      wanted: same(before[field], mine[field]) ? 'theirs' : 'mine',
    }));
}

/** What they emptied is empty as the form writes it. */
const empty = (mine: object, field: string) => (typeof mine[field as keyof typeof mine] === 'string' ? '' : null);

/** The form's words with theirs where they are wanted. */
export function merged<Words extends object>(mine: Words, theirs: Words, wanted: Readonly<Record<string, Side>>): Words {
  const taken = Object.keys(wanted).filter((field) => wanted[field] === 'theirs');
  return { ...mine, ...Object.fromEntries(taken.map((field) => [field, theirs[field as keyof Words] ?? empty(mine, field)])) };
}
