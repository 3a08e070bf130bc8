import { CustomFieldKind } from '../../server/features/custom-field/custom-field.entity.js';
import { customField } from './factories/custom-field.factory.js';
import type { Answer, Asker, TestServer } from './server.js';

export const CUSTOM_VALUES = 'customFields { fieldId text number date choiceId field { key label } choice { label retired } }';

/** Makes or changes a customer as a form does. */
export const saveCustomer = (
  server: TestServer,
  asker: Asker | null,
  field: 'createCustomer' | 'updateCustomer',
  input: object,
): Promise<Answer> =>
  server.ask(
    asker,
    `mutation ($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) {
      customer { id version ${CUSTOM_VALUES} } userErrors { path code } } }`,
    { input },
  );

/** Fills in custom fields, by their keys. */
export const fillIn = (
  server: TestServer,
  asker: Asker | null,
  id: string,
  values: Record<string, string | null>,
  more: object = {},
) =>
  saveCustomer(server, asker, 'updateCustomer', {
    id,
    customFields: Object.entries(values).map(([key, value]) => ({ key, value })),
    ...more,
  });

/** One field of each kind. */
export async function fieldsOfAllKinds(server: TestServer) {
  const text = await customField(server);
  const number = await customField(server, { kind: CustomFieldKind.NUMBER });
  const date = await customField(server, { kind: CustomFieldKind.DATE });
  const choice = await customField(server, {}, ['Propane', 'R-404A']);
  return { text, number, date, choice };
}

export const retireChoice = (server: TestServer, id: string) =>
  server.database.query('update custom_field_choice set retired = true where id = $1', [id]);
