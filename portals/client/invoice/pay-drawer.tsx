import { useQuery } from '@apollo/client/react';
import { Drawer } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { usePhone } from '../../shared/ui/use-phone';
import css from './pay.module.css';
import { type Paid, PayDone } from './pay-done';
import { PayForm } from './pay-form';

const ClientOpenInvoices = graphql(`
  query ClientOpenInvoices {
    invoices(first: 100, filter: { status: [ISSUED, PARTIALLY_PAID] }, sort: DUE_ON, direction: ASC) {
      nodes {
        id number title dueCents currency dueOn overdue
        viewerCan { pay }
        customer { id name }
      }
    }
  }
`);

type PayDrawerProps = {
  /** The invoice to begin with, `overdue` for those that are late, `all` for every open one. */
  picked: string;
  close: () => void;
};

/** Records a payment of one or several open invoices. */
export default function PayDrawer({ picked, close }: PayDrawerProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const [paid, setPaid] = useState<Paid>();
  const { data, error, refetch } = useQuery(ClientOpenInvoices, { fetchPolicy: 'network-only' });
  const open = data?.invoices.nodes.filter(({ viewerCan }) => viewerCan.pay);
  const first = open?.filter(({ id, overdue }) => picked === 'all' || id === picked || (picked === 'overdue' && overdue));

  const body = () => {
    if (paid) return <PayDone paid={paid} close={close} />;
    if (error && !open) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
    if (!open || !first) return <RowsSkeleton rows={4} columns={1} />;
    if (!open.length)
      return (
        <Empty icon={IconCircleCheck} title={t('pay.nothing')}>
          {t('pay.nothingText')}
        </Empty>
      );
    return <PayForm open={open} first={first.map(({ id }) => id)} paid={setPaid} close={close} />;
  };

  return (
    <Drawer
      opened
      onClose={close}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '100%' : 480}
      title={t('pay.title')}
      classNames={{ title: css.title }}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {body()}
    </Drawer>
  );
}
