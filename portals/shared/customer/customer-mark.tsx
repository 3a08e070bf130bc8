import type { CustomerKind } from '../graphql/generated/graphql';
import { CompanyMark, Person } from '../ui/who';

/** A company is a square, a private person a circle; their name stands beside it. */
export function CustomerMark({ name, kind, size = 28 }: { name: string; kind: CustomerKind; size?: number }) {
  if (kind === 'COMPANY') return <CompanyMark name={name} size={size} />;
  return (
    <span aria-hidden>
      <Person name={name} size={size} only />
    </span>
  );
}
