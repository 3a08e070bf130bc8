import { useQuery } from '@apollo/client/react';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { CustomerAccount } from './customer-account';
import { CustomerBalance } from './customer-balance';
import { CustomerInvoices } from './customer-invoices';
import { CustomerOrders, OrderFigures } from './customer-orders';
import { CustomerPayments } from './customer-payments';
import { CustomerRisk } from './customer-risk';
import css from './customer-tabs.module.css';

const CustomerFinances = graphql(`
  query CustomerFinances($id: ID!) {
    customer(id: $id) {
      id
      ...CustomerBalance_customer
      ...CustomerRisk_customer
      ...CustomerAccount_customer
      ...CustomerInvoices_customer
      ...OrderFigures_customer
      ...CustomerOrders_customer
    }
    payments(first: 10, filter: { customerId: $id }) { totalCount nodes { id ...PaymentRow_payment } }
  }
`);

/** What they owe and since when, how reliably they pay, what they bought and paid. */
export function CustomerFinancesTab({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(CustomerFinances, { variables: { id } });
  const customer = data?.customer;
  if (error && !data) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={6} columns={3} />;
  return (
    <div className={css.stack}>
      <div className={css.grid}>
        <CustomerBalance customer={customer} />
        <CustomerRisk customer={customer} />
      </div>
      <CustomerAccount customer={customer} />
      <CustomerInvoices customer={customer} />
      <CustomerPayments payments={data.payments.nodes} total={data.payments.totalCount} />
      <OrderFigures customer={customer} />
      <CustomerOrders customer={customer} />
    </div>
  );
}
