import { Badge, type BadgeProps } from '@mantine/core';
import css from './status.module.css';

export type Tone = 'green' | 'yellow' | 'red' | 'blue' | 'gray' | 'violet' | 'teal' | 'orange';

/** Status = colour + dot + word; never colour alone. `quiet` for tables: dot and word, no fill. */
export function Status({
  tone,
  children,
  quiet,
  ...rest
}: { tone: Tone; children: string; quiet?: boolean } & Omit<BadgeProps, 'color'>) {
  const dot = (
    <span
      className={css.dot}
      style={{
        background: tone === 'gray' ? 'var(--p-faint)' : `var(--mantine-color-${tone}-${5})`,
      }}
    />
  );
  if (quiet)
    return (
      <span className={css.quiet}>
        {dot}
        {children}
      </span>
    );
  return (
    <Badge color={tone} leftSection={dot} {...rest}>
      {children}
    </Badge>
  );
}
