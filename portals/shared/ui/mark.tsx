import { type Portal, palette, portalNames, portals } from '../theme/palette';
import css from './mark.module.css';

const bands = ['M12.6 7.2 20.5 4.4', 'M13.9 10.4 22 9.4', 'M15.2 13.6 22.4 14.4', 'M16.5 16.8 21 19.2'];

/** A prism: one facet of light in, four colours out. With `portal`, the prism takes its accent. */
export function Mark({ size = 24, portal }: { size?: number; portal?: Portal }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      {portal ? (
        <>
          <path
            d="M12 2.6 22.4 20.6H1.6Z"
            fill={palette[portals[portal].color][6]}
            stroke={palette[portals[portal].color][6]}
            strokeWidth="2"
            strokeLinejoin="round"
          />
          <path d="M12 2.6 22.4 20.6 12 14.4Z" fill="#fff" fillOpacity=".34" />
          <path d="M12 14.4 22.4 20.6H1.6Z" fill="#fff" fillOpacity=".16" />
        </>
      ) : (
        <>
          <path d="M9.4 4.2 16.6 19.8H2.2Z" className={css.glass} strokeWidth="1.7" strokeLinejoin="round" />
          {bands.map((d, i) => (
            <path
              key={d}
              d={d}
              stroke={palette[portals[portalNames[i] ?? 'client'].color][5]}
              strokeWidth="1.9"
              strokeLinecap="round"
            />
          ))}
        </>
      )}
    </svg>
  );
}
