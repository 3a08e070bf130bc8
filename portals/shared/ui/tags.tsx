import { Tooltip } from '@mantine/core';
import css from './tags.module.css';

/** `#mot`, muted; those beyond `show` fold into +n, so that a header keeps its one line. */
export function Tags({ tags, show = 2 }: { tags: readonly string[]; show?: number }) {
  const rest = tags.slice(show);
  return (
    <span className={css.tags}>
      {tags.slice(0, show).map((tag) => (
        <span key={tag} className={css.tag}>
          {tag}
        </span>
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.join(', ')}>
          <span>
            <span aria-hidden>+{rest.length}</span>
            <span className="vh">{rest.join(', ')}</span>
          </span>
        </Tooltip>
      )}
    </span>
  );
}
