import { Button } from '@mantine/core';
import { IconBriefcase, IconFileAlert, IconFileInvoice, IconFolders, IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { ToDoKind } from '../../shared/graphql/generated/graphql';
import { type Todo, TodoList } from '../../shared/ui/todo';

const AdminHomeToDo_toDo = graphql(`
  fragment AdminHomeToDo_toDo on ToDo { kind title action link count }
`);

/** Those that come to our own people; the server sends no others here. */
const looks: Partial<Record<ToDoKind, Pick<Todo, 'icon' | 'tone'>>> = {
  INVOICES_OVERDUE: { icon: IconFileInvoice, tone: 'red' },
  MISSIONS_TO_APPROVE: { icon: IconBriefcase },
  APPLICATIONS_TO_DECIDE: { icon: IconUserQuestion },
  PROJECTS_LATE: { icon: IconFolders, tone: 'yellow' },
  IMPORTS_FAILED: { icon: IconFileAlert, tone: 'yellow' },
};

/** What needs doing now, the worst first: its first button is the page's filled one. */
export function HomeToDo(props: { items: readonly FragmentType<typeof AdminHomeToDo_toDo>[] }) {
  const { t } = useTranslation();
  const items = readFragment(AdminHomeToDo_toDo, props.items).flatMap(({ kind, title, action, link }, i): Todo[] => {
    const look = looks[kind];
    if (!look) return [];
    return [
      {
        key: kind,
        ...look,
        title,
        text: t(`home.reason.${kind}`),
        action: (
          <Button
            component={Link}
            to={link}
            variant={i === 0 ? 'filled' : 'default'}
            miw={124}
            aria-label={`${action}, ${title}`}
          >
            {action}
          </Button>
        ),
      },
    ];
  });
  return items.length ? <TodoList stacked label={t('home.todo')} items={items} /> : null;
}
