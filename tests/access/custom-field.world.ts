import type { TestServer } from '../support/server.js';

const idOf = async (server: TestServer, statement: string, values: unknown[] = []): Promise<string> =>
  (await server.database.query(statement, values))[0].id;

/** What the house asks of customers. */
export const fieldOf = (server: TestServer, kind = 'TEXT') =>
  idOf(
    server,
    `insert into custom_field (key, kind, label_fr, label_en, position)
     values ('k' || replace(uuidv4()::text, '-', ''), $1, 'x', 'x', 0) returning id`,
    [kind],
  );

/** A field with one choice, for both organisations. */
export async function fieldWithChoice(server: TestServer) {
  const customField = await fieldOf(server, 'CHOICE');
  const statement = `insert into custom_field_choice (field_id, label_fr, label_en, position) values ($1, 'x', 'x', 0) returning id`;
  return { customField, customFieldChoice: await idOf(server, statement, [customField]) };
}

/** The choice, given to a customer. */
export const fieldValueOf = (
  server: TestServer,
  customerId: string,
  { customField, customFieldChoice }: Record<string, string>,
) =>
  idOf(server, `insert into custom_field_value (customer_id, field_id, choice_id) values ($1, $2, $3) returning id`, [
    customerId,
    customField,
    customFieldChoice,
  ]);
