import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { WorkOrderStatus } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import { date, money } from '../ui/format';
import { done } from '../ui/notify';
import { Section } from '../ui/section';
import { Status, type Tone } from '../ui/status';
import css from './vehicle.module.css';

const WorkOrderDialog = lazy(() => import('./work-order-dialog'));

const WorkOrderSection_customer = graphql(`
  fragment WorkOrderSection_customer on Customer {
    id
    vehicles { id plate brand }
    workOrders {
      id reference description status plannedOn amountCents version
      vehicle { id plate }
      viewerCan { update start finish plan cancel }
    }
    viewerCan { createWorkOrder }
  }
`);

const ChangeWorkOrderStatus = graphql(`
  mutation ChangeWorkOrderStatus($input: ChangeWorkOrderStatusInput!) {
    changeWorkOrderStatus(input: $input) {
      workOrder { id status version viewerCan { update start finish plan cancel } }
      userErrors { path code message }
    }
  }
`);

const tones: Record<WorkOrderStatus, Tone> = { PLANNED: 'blue', IN_PROGRESS: 'yellow', DONE: 'green', CANCELLED: 'gray' };
const verbs = [
  ['start', 'IN_PROGRESS'],
  ['finish', 'DONE'],
  ['plan', 'PLANNED'],
  ['cancel', 'CANCELLED'],
] as const;
/** As many as are shown before somebody asks for the rest. */
const FEW = 5;

type WorkOrderSectionProps = {
  customer: FragmentType<typeof WorkOrderSection_customer>;
  /** Reads the customer again. */
  changed: () => void;
};

/** The work we do for the customer, with what may be done next; nothing where there is none and nobody may plan any. */
export function WorkOrderSection({ customer, changed }: WorkOrderSectionProps) {
  const { t } = useTranslation(['vehicle', 'contact']);
  const { id: customerId, vehicles, workOrders, viewerCan } = readFragment(WorkOrderSection_customer, customer);
  const { submit } = useSubmit(ChangeWorkOrderStatus, { fields: [] });
  const [edited, edit] = useState<string>();
  const [all, setAll] = useState(false);
  if (!workOrders || (workOrders.length === 0 && !viewerCan.createWorkOrder)) return null;
  const move = async (id: string, reference: string, status: WorkOrderStatus) => {
    if (!(await submit({ input: { id, status } }))) return;
    done(t('work.moved', { reference, status: t(`work.status.${status}`) }));
    changed();
  };
  const shown = all ? workOrders : workOrders.slice(0, FEW);
  return (
    <Section
      title={t('work.title')}
      count={workOrders.length}
      action={
        viewerCan.createWorkOrder && (
          <Button size="xs" variant="subtle" color="gray" aria-label={t('work.new')} onClick={() => edit('new')}>
            {t('contact:add')}
          </Button>
        )
      }
    >
      {workOrders.length === 0 && <p className={css.nothing}>{t('work.none')}</p>}
      <ul className={css.rows}>
        {shown.map(({ id, reference, description, status, plannedOn, amountCents, vehicle, viewerCan: may }) => (
          <li key={id}>
            <div className={css.what}>
              <p className={css.name}>
                <span className={css.line}>{description}</span>
                <Status tone={tones[status]}>{t(`work.status.${status}`)}</Status>
              </p>
              <p className={css.sub}>
                {[
                  reference,
                  vehicle?.plate,
                  plannedOn && t('work.on', { date: date(plannedOn) }),
                  amountCents !== null && money(amountCents),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {(may.update || verbs.some(([verb]) => may[verb])) && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon aria-label={t('contact:actionsFor', { name: reference })}>
                    <IconDots size={16} stroke={1.7} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {verbs.map(
                    ([verb, to]) =>
                      may[verb] && (
                        <Menu.Item
                          key={verb}
                          color={verb === 'cancel' ? 'red' : undefined}
                          onClick={() => void move(id, reference, to)}
                        >
                          {t(`work.verb.${verb}`)}
                        </Menu.Item>
                      ),
                  )}
                  {may.update && <Menu.Item onClick={() => edit(id)}>{t('contact:edit')}</Menu.Item>}
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {workOrders.length > shown.length && (
        <Button size="xs" variant="subtle" color="gray" mt={10} onClick={() => setAll(true)}>
          {t('work.more', { count: workOrders.length - shown.length })}
        </Button>
      )}
      {edited && (
        <Suspense>
          <WorkOrderDialog
            customerId={customerId}
            vehicles={vehicles ?? []}
            order={workOrders.find(({ id }) => id === edited)}
            changed={changed}
            close={() => edit(undefined)}
          />
        </Suspense>
      )}
    </Section>
  );
}
