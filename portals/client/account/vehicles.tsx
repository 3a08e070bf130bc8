import { useQuery } from '@apollo/client/react';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { VehicleSection } from '../../shared/vehicle/vehicle-section';
import { WorkOrderSection } from '../../shared/vehicle/work-order-section';

const ClientVehicles = graphql(`
  query ClientVehicles($id: ID!) {
    customer(id: $id) {
      id
      ...VehicleSection_customer
      ...WorkOrderSection_customer
    }
  }
`);

/** Their vehicles, and the work we do for them: to read. */
export function Vehicles({ customerId }: { customerId: string }) {
  const { data, error, refetch } = useQuery(ClientVehicles, { variables: { id: customerId } });
  const customer = data?.customer;
  if (error && !customer) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={4} columns={2} />;
  const changed = () => void refetch();
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <VehicleSection customer={customer} changed={changed} />
      <WorkOrderSection customer={customer} changed={changed} />
    </div>
  );
}
