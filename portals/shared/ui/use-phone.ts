import { useMediaQuery } from '@mantine/hooks';

/** Below 768 px: cards for tables, one board column, icon for the primary action. */
export const usePhone = (): boolean => useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false }) ?? false;
