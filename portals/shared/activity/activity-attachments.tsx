import { useQuery } from '@apollo/client/react';
import { graphql } from '../graphql/generated';
import { AttachmentPicker } from './attachment-picker';

const ActivityAttachments = graphql(`
  query ActivityAttachments($id: ID!) { customer(id: $id) { id ...AttachmentPicker_customer } }
`);

type ActivityAttachmentsProps = { customerId: string; chosen: string[]; choose: (ids: string[]) => void };

/** The documents that go with an entry. */
export default function ActivityAttachmentsChoice({ customerId, chosen, choose }: ActivityAttachmentsProps) {
  const { data, refetch } = useQuery(ActivityAttachments, { variables: { id: customerId } });
  const customer = data?.customer;
  if (!customer) return null;
  return <AttachmentPicker customer={customer} chosen={chosen} choose={choose} added={() => void refetch()} />;
}
