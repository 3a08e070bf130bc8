import { Avatar } from '@mantine/core';
import { initials } from './format';
import css from './who.module.css';

const tones = ['violet', 'blue', 'teal', 'orange', 'green', 'yellow'] as const;
const toneOf = (name: string) => tones[[...name].reduce((sum, c) => sum + c.charCodeAt(0), 0) % tones.length];

const sized = (size: number) => ({ placeholder: { fontSize: size < 24 ? 11 : Math.max(10, size * 0.38) } });
/** Below 24 px one letter: two would be 7 px high. */
const short = (name: string, size: number) => initials(name).slice(0, size < 24 ? 1 : 2);

/** Companies are squares, people are circles: told apart without reading. */
export function CompanyMark({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <Avatar size={size} radius={size > 40 ? 10 : 6} color={toneOf(name)} aria-hidden styles={sized(size)}>
      {short(name, size)}
    </Avatar>
  );
}

export function Person({ name, size = 22, only }: { name: string; size?: number; only?: boolean }) {
  return (
    <span className={css.person}>
      <Avatar
        size={size}
        radius="xl"
        color={toneOf(name)}
        {...(only ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
        styles={sized(size)}
      >
        {short(name, size)}
      </Avatar>
      {!only && <span className="truncate">{name}</span>}
    </span>
  );
}
