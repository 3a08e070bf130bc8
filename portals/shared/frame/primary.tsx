import { ActionIcon, Button, useMantineTheme } from '@mantine/core';
import { type Icon, IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';

/** The one filled button of a page: it leads somewhere (`href`) or does something (`run`). */
export type PrimaryAction = { label: string; icon?: Icon; href?: string; run?: () => void; pending?: boolean };

export function Primary({ label, icon: Glyph = IconPlus, href, run, pending, compact }: PrimaryAction & { compact?: boolean }) {
  const { primaryColor } = useMantineTheme();
  if (compact) {
    const props = { variant: 'filled', color: primaryColor, size: 44, 'aria-label': label, loading: pending } as const;
    const glyph = <Glyph size={20} stroke={2} />;
    return href ? (
      <ActionIcon component={Link} to={href} {...props}>
        {glyph}
      </ActionIcon>
    ) : (
      <ActionIcon onClick={run} {...props}>
        {glyph}
      </ActionIcon>
    );
  }
  const section = <Glyph size={15} stroke={2} />;
  return href ? (
    <Button component={Link} to={href} leftSection={section}>
      {label}
    </Button>
  ) : (
    <Button onClick={run} loading={pending} leftSection={section}>
      {label}
    </Button>
  );
}
