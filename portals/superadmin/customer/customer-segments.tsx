import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { graphql } from '../../shared/graphql/generated';
import { Status } from '../../shared/ui/status';
import { toneOf } from '../segment/segment-badge';
import css from './customer-header.module.css';

const SegmentsOfCustomer = graphql(`
  query SegmentsOfCustomer($id: ID!) {
    customer(id: $id) { id segments { id name colour } }
  }
`);

/** The segments somebody is in, each a way to it. They come after the page: who it is doesn't wait for them. */
export function CustomerSegments({ id }: { id: string }) {
  const { permissions } = useViewer();
  const { data } = useQuery(SegmentsOfCustomer, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    skip: !permissions.includes('segment.read'),
  });
  const segments = data?.customer?.segments ?? [];
  if (segments.length === 0) return null;
  return (
    <span className={css.segments}>
      {segments.map(({ id: segment, name, colour }) => (
        <Link key={segment} to={`/segments/${segment}`}>
          <Status quiet tone={toneOf(colour)}>
            {name}
          </Status>
        </Link>
      ))}
    </span>
  );
}
