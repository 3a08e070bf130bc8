import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { moneyCompact, moneyRound } from './format';

export type BarsProps = {
  /** One sentence that tells what the bars show. */
  label: string;
  data: Record<string, string | number>[];
  /** The key of `data` below the bars. */
  by: string;
  series: { name: string; label: string; soft?: boolean }[];
  height?: number;
  format?: (value: number) => string;
  axisFormat?: (value: number) => string;
};

export default function BarsChart({
  label,
  data,
  by,
  series,
  height = 220,
  format = moneyRound,
  axisFormat = moneyCompact,
}: BarsProps) {
  return (
    <div role="img" aria-label={label}>
      <BarChart
        h={height}
        data={data}
        dataKey={by}
        withLegend={false}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={14}
        barProps={{ radius: [3, 3, 0, 0] }}
        valueFormatter={format}
        yAxisProps={{ width: 52, tickFormatter: (value: number) => (value ? axisFormat(value) : '0') }}
        series={series.map(({ name, label: text, soft }) => ({
          name,
          label: text,
          color: soft ? 'var(--p-bar-soft)' : 'var(--p-bar)',
        }))}
      />
    </div>
  );
}
