import { Person } from '../../shared/ui/who';

/** The round mark of a person whose name stands beside it. */
export function UserMark({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span aria-hidden>
      <Person only name={name} size={size} />
    </span>
  );
}
