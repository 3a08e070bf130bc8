import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** What one document may ask for, far above what the portals do. */
export const LIMITS = {
  tokens: 4_000,
  depth: 14,
  aliases: 30,
  directives: 9,
  fields: 1_000,
  spreads: 100,
  rootFields: 20,
  nodes: 20_000,
};

const LIST_SIZE = 20;

/** What a document that is larger than any honest one is told; null when it is not. It need not fit the schema. */
export function excessIn(document: DocumentNode): string | null {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const seen = { aliases: 0, directives: 0, fields: 0, spreads: 0, depth: 0, rootFields: 0, nodes: 0 };
  visit(document, {
    Field(node) {
      seen.fields += 1;
      if (node.alias) seen.aliases += 1;
    },
    Directive() {
      seen.directives += 1;
    },
    FragmentSpread() {
      seen.spreads += 1;
    },
    OperationDefinition(node) {
      const { depth, rootFields, nodes } = measure((name) => fragments.get(name), node, new Map());
      Object.assign(seen, {
        depth: Math.max(seen.depth, depth),
        rootFields: Math.max(seen.rootFields, rootFields),
        nodes: Math.max(seen.nodes, nodes),
      });
    },
  });
  for (const [what, words] of Object.entries(WORDS) as [keyof typeof seen, string][])
    if (seen[what] > LIMITS[what]) return `Too much in one operation: at most ${LIMITS[what]} ${words}`;
  return null;
}

const WORDS = {
  aliases: 'aliases',
  directives: 'directives',
  fields: 'fields',
  spreads: 'fragment spreads',
  depth: 'levels',
  rootFields: 'root fields',
  nodes: 'rows',
};

interface Measure {
  depth: number;
  rootFields: number;
  /** Rows it could answer: sizes of lists multiplied down the tree. A size in a variable counts as the usual one's fivefold. */
  nodes: number;
}

type FragmentOf = (name: string) => FragmentDefinitionNode | null | undefined;

/** What one more operation costs beside its rows. */
const BASE_COST = 10;
const costs = new WeakMap<OperationDefinitionNode, number>();

/** What an operation counts for in its person's budget: by rows it could answer. Measured once a document. */
export function costOf(document: DocumentNode, operation: OperationDefinitionNode): number {
  const known = costs.get(operation);
  if (known !== undefined) return known;
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const { nodes } = measure((name) => fragments.find((one) => one.name.value === name), operation, new Map());
  costs.set(operation, nodes + BASE_COST);
  return nodes + BASE_COST;
}

function measure(
  fragmentOf: FragmentOf,
  { selectionSet }: { selectionSet?: SelectionSetNode },
  known: Map<string, Measure>,
): Measure {
  const total: Measure = { depth: 0, rootFields: 0, nodes: 0 };
  const add = (depth: number, fields: number, nodes: number) => {
    total.depth = Math.max(total.depth, depth);
    total.rootFields += fields;
    total.nodes += nodes;
  };
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) continue; // Introspection is bounded by the schema itself.
      const below = measure(fragmentOf, selection, known);
      const size = selection.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
      const rows =
        size === undefined ? 1 : size.kind === Kind.INT ? Math.min(100, Math.max(1, Number(size.value))) : LIST_SIZE * 5;
      add(below.depth + 1, 1, rows * Math.max(1, below.nodes));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inside = measure(fragmentOf, selection, known);
      add(inside.depth, inside.rootFields, inside.nodes);
    } else {
      const { value } = selection.name;
      const fragment = fragmentOf(value);
      if (!known.has(value)) {
        known.set(value, total); // A fragment within itself is refused by another rule; here it must only end.
        if (fragment) known.set(value, measure(fragmentOf, fragment, known));
      }
      const inside = known.get(value)!;
      if (inside !== total) add(inside.depth, inside.rootFields, inside.nodes);
    }
  }
  return total;
}
