import type { TestServer } from '../support/server.js';

const idOf = async (server: TestServer, statement: string, values: unknown[]): Promise<string> =>
  (await server.database.query(statement, values))[0].id;

/** Where the customer is, a vehicle of theirs, and work on it. */
export async function vehiclesOf(server: TestServer, customerId: string) {
  await server.database.query('update address set latitude = 48.39, longitude = -4.49 where customer_id = $1', [customerId]);
  const vehicle = await idOf(
    server,
    `insert into vehicle (customer_id, plate, brand) values ($1, 'AA-123-AA', 'DAF') returning id`,
    [customerId],
  );
  return {
    vehicle,
    workOrder: await workOrderOf(server, customerId, vehicle),
    begunOrder: await workOrderOf(server, customerId, vehicle, 'IN_PROGRESS'),
  };
}

export const workOrderOf = (server: TestServer, customerId: string, vehicleId: string | null = null, status = 'PLANNED') =>
  idOf(
    server,
    `insert into work_order (customer_id, vehicle_id, status, reference, description)
     values ($1, $2, $3, 'OT-' || nextval('work_order_reference'), 'x') returning id`,
    [customerId, vehicleId, status],
  );
