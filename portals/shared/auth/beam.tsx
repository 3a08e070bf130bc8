import { type Portal, palette, portalNames, portals } from '../theme/palette';

const edge = 800;
const exits = [98, 116, 136, 156];

/** One light in, one ray to the middle of each door. Height equals the list of doors: 4 × 60 + 3 × 8. */
export function Beam({ chosen }: { chosen?: Portal }) {
  return (
    <svg
      viewBox={`0 0 ${edge} 264`}
      preserveAspectRatio="xMaxYMid slice"
      width="100%"
      height="264"
      aria-hidden="true"
      style={{ display: 'block' }}
    >
      <defs>
        <linearGradient id="beam-in" x1="0" x2="1">
          <stop offset="0" stopColor="#fff" stopOpacity="0" />
          <stop offset="1" stopColor="#fff" stopOpacity=".95" />
        </linearGradient>
        <linearGradient id="beam-glass" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="#fff" stopOpacity=".22" />
          <stop offset="1" stopColor="#fff" stopOpacity=".03" />
        </linearGradient>
        {portalNames.map((door) => (
          <linearGradient key={door} id={`ray-${door}`} x1="0" x2="1">
            <stop offset="0" stopColor={palette[portals[door].color][3]} stopOpacity={door === chosen ? 1 : 0.75} />
            <stop offset="1" stopColor={palette[portals[door].color][5]} stopOpacity={door === chosen ? 1 : 0.5} />
          </linearGradient>
        ))}
      </defs>
      <path d="M0 171 L351 127 L352 130 L0 176Z" fill="url(#beam-in)" />
      {portalNames.map((door, i) => {
        const y = 30 + i * 68;
        const exit = exits[i] ?? 0;
        const x = 392 + (exit - 42) * (74 / 146);
        const half = door === chosen ? 5 : 2.5;
        return (
          <path
            key={door}
            d={`M356 ${126 + i * 2} L${x} ${exit} L${edge} ${y - half} L${edge} ${y + half} L${x} ${exit + 2.5} L356 ${128 + i * 2}Z`}
            fill={`url(#ray-${door})`}
          />
        );
      })}
      <path
        d="M392 42 L466 188 L318 188Z"
        fill="url(#beam-glass)"
        stroke="#fff"
        strokeOpacity=".7"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path d="M392 42 L466 188 L404 150Z" fill="#fff" fillOpacity=".07" />
    </svg>
  );
}
