import { Table } from '@mantine/core';
import { IconCheck, IconClockX, IconMinus, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { ConsentChannel, ConsentPurpose } from '../graphql/generated/graphql';
import { date } from '../ui/format';
import { Section } from '../ui/section';
import css from './consent.module.css';

const ConsentDialog = lazy(() => import('./consent-dialog'));

const ConsentCell_consent = graphql(`
  fragment ConsentCell_consent on Consent { id purpose channel status since }
`);

const purposes = ['MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS'] as const satisfies readonly ConsentPurpose[];
const channels = ['EMAIL', 'SMS', 'PHONE', 'POST'] as const satisfies readonly ConsentChannel[];
const icons = {
  GRANTED: IconCheck,
  REFUSED: IconX,
  WITHDRAWN: IconX,
  EXPIRED: IconClockX,
  OBJECTED: IconX,
  UNKNOWN: IconMinus,
};

type ConsentMatrixProps = {
  customerId: string;
  consents: readonly FragmentType<typeof ConsentCell_consent>[];
  /** Each cell opens the form that notes a change. */
  editable: boolean;
  /** Our own people say how and when it was said; a customer says it here and now. */
  ours?: boolean;
  readAgain: string[];
};

/** Every purpose by every channel, as it was said last. Never asked is no consent. */
export function ConsentMatrix({ customerId, consents: given, editable, ours, readAgain }: ConsentMatrixProps) {
  const { t } = useTranslation('consent');
  const consents = readFragment(ConsentCell_consent, given);
  const [open, setOpen] = useState<string>();
  const chosen = consents.find(({ id }) => id === open);
  return (
    <Section flush title={t('title')}>
      <Table.ScrollContainer
        minWidth={640}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('table') } }}
      >
        <Table highlightOnHover={false} className={css.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('purposeHead')}</Table.Th>
              {channels.map((channel) => (
                <Table.Th key={channel}>{t(`channel.${channel}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {purposes.map((purpose) => (
              <Table.Tr key={purpose}>
                <Table.Th scope="row" className={css.purpose}>
                  {t(`purpose.${purpose}`)}
                </Table.Th>
                {channels.map((channel) => {
                  const consent = consents.find((one) => one.purpose === purpose && one.channel === channel);
                  const status = consent?.status ?? 'UNKNOWN';
                  const Glyph = icons[status];
                  const said = (
                    <>
                      <span className={css.state} data-status={status}>
                        <Glyph size={14} stroke={2.2} aria-hidden />
                        {t(`status.${status}`)}
                      </span>
                      <span className={css.sub}>{consent?.since ? date(consent.since) : t('never')}</span>
                    </>
                  );
                  return (
                    <Table.Td key={channel}>
                      {editable && consent ? (
                        <button type="button" className={css.cell} onClick={() => setOpen(consent.id)}>
                          {said}
                          <span className="vh">
                            {t('change', { purpose: t(`purpose.${purpose}`), channel: t(`channel.${channel}`) })}
                          </span>
                        </button>
                      ) : (
                        said
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {chosen && (
        <Suspense>
          <ConsentDialog
            customerId={customerId}
            purpose={chosen.purpose}
            channel={chosen.channel}
            status={chosen.status}
            ours={ours}
            readAgain={readAgain}
            close={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </Section>
  );
}
