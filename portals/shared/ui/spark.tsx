import { useId } from 'react';

type SparkProps = {
  values: number[];
  width?: number;
  height?: number;
  tone?: 'accent' | 'muted' | 'danger' | 'success';
  label?: string;
  fit?: boolean;
};
const stroke = {
  accent: 'var(--p-bar)',
  muted: 'var(--p-faint)',
  danger: 'var(--mantine-color-red-5)',
  success: 'var(--mantine-color-green-5)',
};

/** Hand-written sparkline: no chart library in the first load. From zero, so calm series look calm; `fit` for levels. */
export function Spark({ values, width = 72, height = 24, tone = 'accent', label, fit }: SparkProps) {
  const id = useId();
  if (values.length < 2) return null;
  const max = Math.max(...values);
  const min = fit ? Math.min(...values) : 0;
  const x = (i: number) => 2 + (i * (width - 5)) / (values.length - 1);
  const y = (v: number) => height - 3 - ((v - min) / (max - min || 1)) * (height - 6);
  const line = values.map((v, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(v).toFixed(1)}`).join('');
  const last = values.length - 1;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has a label, or is hidden because the text beside it says it
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor={stroke[tone]} stopOpacity=".18" />
        <stop offset="1" stopColor={stroke[tone]} stopOpacity="0" />
      </linearGradient>
      <path d={`${line}L${x(last)} ${height}L${x(0)} ${height}Z`} fill={`url(#${id})`} />
      <path d={line} fill="none" stroke={stroke[tone]} strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2" fill={stroke[tone]} />
    </svg>
  );
}
