import type { ReactNode } from 'react';
import css from './paper.module.css';

/** A document sheet: always white, also in dark mode, and the only thing of its page that prints. */
export function Paper({ children, label }: { children: ReactNode; label: string }) {
  return (
    <article className={css.sheet} aria-label={label}>
      {children}
    </article>
  );
}

type PaperHeadProps = { mark?: ReactNode; from: string; lines: readonly string[]; kind: string; number: string };

export function PaperHead({ mark, from, lines, kind, number }: PaperHeadProps) {
  return (
    <header className={css.head}>
      <div>
        <p className={css.org}>
          {mark}
          {from}
        </p>
        <p className={css.small}>{lines.join('\n')}</p>
      </div>
      <div className={css.right}>
        <p className={css.kind}>{kind}</p>
        <p className={css.number}>{number}</p>
      </div>
    </header>
  );
}

/** Dates and references, between two rules. */
export function PaperFacts({ items }: { items: readonly (readonly [string, string])[] }) {
  return (
    <dl className={css.meta}>
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who it is for, and where. The first line stands out. */
export function PaperAddresses({ items }: { items: readonly { label: string; lines: readonly string[] }[] }) {
  return (
    <div className={css.to}>
      {items.map(({ label, lines: [name, ...rest] }) => (
        <div key={label}>
          <p className={css.label}>{label}</p>
          <p>
            <b>{name}</b>
          </p>
          <p className={css.lines}>{rest.join('\n')}</p>
        </div>
      ))}
    </div>
  );
}

type PaperLine = { id: string; title: string; note?: string; cells: readonly string[] };

export function PaperTable({ heads, lines }: { heads: readonly string[]; lines: readonly PaperLine[] }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <b>{line.title}</b>
              {line.note && <span>{line.note}</span>}
            </td>
            {line.cells.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The last is the total. */
export function PaperTotals({ items }: { items: readonly (readonly [string, string])[] }) {
  return (
    <dl className={css.totals}>
      {items.map(([label, value], i) => (
        <div key={label} className={i === items.length - 1 ? css.total : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function PaperFoot({ children }: { children: ReactNode }) {
  return <footer className={css.legal}>{children}</footer>;
}
