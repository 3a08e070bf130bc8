import { type ASTVisitor, GraphQLError, Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';

/** What one operation may ask for, far above what the portals do. */
export const LIMITS = { tokens: 4_000, depth: 14, aliases: 30, directives: 20, rootFields: 20, nodes: 20_000 };

const excess = (what: string, most: number) => new GraphQLError(`Too much in one operation: at most ${most} ${what}`);

const LIST_SIZE = 20;

/** Refuses, before anything runs, an operation that is larger than any honest one. */
export const withinLimits: ValidationRule = (context: ValidationContext): ASTVisitor => {
  const seen = { aliases: 0, directives: 0 };
  let told = false;
  const refuse = (what: string, most: number) => {
    if (!told) context.reportError(excess(what, most));
    told = true;
  };
  return {
    Field(node) {
      if (node.alias && ++seen.aliases > LIMITS.aliases) refuse('aliases', LIMITS.aliases);
    },
    Directive() {
      if (++seen.directives > LIMITS.directives) refuse('directives', LIMITS.directives);
    },
    OperationDefinition(node) {
      const { depth, rootFields, nodes } = measure(context, node, new Map());
      if (depth > LIMITS.depth) refuse('levels', LIMITS.depth);
      if (rootFields > LIMITS.rootFields) refuse('root fields', LIMITS.rootFields);
      if (nodes > LIMITS.nodes) refuse('rows', LIMITS.nodes);
    },
  };
};

interface Measure {
  depth: number;
  rootFields: number;
  /** Rows it could answer: sizes of lists multiplied down the tree. A size in a variable counts as the usual one's fivefold. */
  nodes: number;
}

function measure(
  context: ValidationContext,
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
      const below = measure(context, selection, known);
      const size = selection.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
      const rows =
        size === undefined ? 1 : size.kind === Kind.INT ? Math.min(100, Math.max(1, Number(size.value))) : LIST_SIZE * 5;
      add(below.depth + 1, 1, rows * Math.max(1, below.nodes));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inside = measure(context, selection, known);
      add(inside.depth, inside.rootFields, inside.nodes);
    } else {
      const { value } = selection.name;
      const fragment = context.getFragment(value);
      if (!known.has(value)) {
        known.set(value, total); // A fragment within itself is refused by another rule; here it must only end.
        if (fragment) known.set(value, measure(context, fragment, known));
      }
      const inside = known.get(value)!;
      if (inside !== total) add(inside.depth, inside.rootFields, inside.nodes);
    }
  }
  return total;
}
