import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconArrowMerge, IconArrowsSplit } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { date, likelihood } from '../../shared/ui/format';
import { type Todo, TodoList } from '../../shared/ui/todo';

const CustomerTwins = graphql(`
  query CustomerTwins($id: ID!) {
    customer(id: $id) {
      id
      possibleDuplicates { id probability first { id name reference } second { id name reference } }
      merges { id otherName otherReference createdAt viewerCan { split } }
    }
  }
`);

const Split = panel(() => import('./split-dialog'), 'duplicates');

/** Who this customer may be too, and who was merged into them; nothing for most. */
export default function Twins({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(CustomerTwins, { variables: { id } });
  const [splitting, setSplitting] = useState<string>();
  const { possibleDuplicates, merges } = data?.customer ?? {};
  const items: Todo[] = [
    ...(possibleDuplicates ?? []).map(({ id: pair, probability, first, second }): Todo => {
      const { name, reference } = first.id === data?.customer?.id ? second : first;
      return {
        key: pair,
        tone: 'violet',
        icon: IconArrowMerge,
        title: t('duplicates.maybe', { name }),
        text: t('duplicates.maybeText', { reference, likelihood: likelihood(probability) }),
        action: (
          <Button size="xs" variant="default" component={Link} to={`/duplicates?customer=${id}`}>
            {t('duplicates.compare')}
          </Button>
        ),
      };
    }),
    ...(merges ?? []).map(
      (merge): Todo => ({
        key: merge.id,
        icon: IconArrowsSplit,
        title: t('duplicates.was', { reference: merge.otherReference, name: merge.otherName }),
        text: t('duplicates.wasText', { date: date(merge.createdAt) }),
        action: merge.viewerCan.split && (
          <Button size="xs" variant="default" onClick={() => setSplitting(merge.id)}>
            {t('duplicates.split')}
          </Button>
        ),
      }),
    ),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <TodoList label={t('duplicates.label')} items={items} />
      <Suspense>{splitting && <Split id={splitting} close={() => setSplitting(undefined)} />}</Suspense>
    </>
  );
}
