import { type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import { mutations } from './mutation.table.js';
import { seconds } from './second.table.js';

const isName = (field: string) => /(^i|I)ds?$|[rR]oleKeys?$/.test(field);

/** The names of rows that mutations take beside the first, such as `assignMission prestataireId`. */
export function secondNames(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) => {
    const input = args.length > 0 ? getNamedType(args[0].type) : null;
    const named = isInputObjectType(input) ? Object.keys(input.getFields()).filter(isName) : [];
    const isOpen = mutations.some(({ field, open }) => field === `Mutation.${name}` && open !== null);
    const first = ['id', 'customerId'].find((each) => named.includes(each));
    return isOpen || named.length < 2 ? [] : named.filter((each) => each !== first).map((each) => `${name} ${each}`);
  });
}

/** Those that no row of the table tries with another's. */
export function untried(schema: GraphQLSchema): string[] {
  const tried = seconds.flatMap(({ field, named }) => named.map((each) => `${field.replace('Mutation.', '')} ${each}`));
  return secondNames(schema).filter((each) => !tried.includes(each));
}
