import { useQuery } from '@apollo/client/react';
import { IconTemplate } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../shared/auth/session';
import { ListScreen } from '../../shared/frame/list-screen';
import { graphql } from '../../shared/graphql/generated';
import type { EmailTemplatesQuery } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import type { CardContent } from '../../shared/ui/card-list';
import { NameCell } from '../../shared/ui/cell';
import type { Column } from '../../shared/ui/data-table';
import { Empty } from '../../shared/ui/empty';
import { date } from '../../shared/ui/format';
import { Status } from '../../shared/ui/status';

const EmailTemplates = graphql(`
  query EmailTemplates { emailTemplates { id name locale purpose subject updatedAt } }
`);

type Row = EmailTemplatesQuery['emailTemplates'][number];
const rowId = ({ id }: Row) => id;

/** Few by nature: all on one page, by name. */
export function EmailTemplateList() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(EmailTemplates, { fetchPolicy: 'cache-and-network' });
  const { columns, card } = useMemo(() => {
    const mark = ({ purpose }: Row) => (
      <Status quiet tone={purpose === 'SERVICE' ? 'gray' : 'violet'}>
        {t(`emails.purposes.${purpose}`)}
      </Status>
    );
    const columns: Column<Row>[] = [
      {
        id: 'name',
        header: t('emails.name'),
        cell: (row) => <NameCell href={`/email-templates/${row.id}`} title={row.name} sub={row.subject} />,
      },
      { id: 'purpose', header: t('emails.purpose'), width: 240, cell: mark },
      { id: 'language', header: t('emails.language'), width: 130, cell: ({ locale }) => t(`emails.languages.${locale}`) },
      { id: 'updated', header: t('emails.updated'), width: 150, cell: ({ updatedAt }) => date(updatedAt) },
    ];
    const card = (row: Row): CardContent => ({
      href: `/email-templates/${row.id}`,
      title: row.name,
      sub: row.subject,
      figure: row.locale.toUpperCase(),
      note: mark(row),
    });
    return { columns, card };
  }, [t]);
  return (
    <ListScreen
      name="email-templates"
      title={t('nav.emailTemplates')}
      list={{
        rows: data?.emailTemplates,
        total: data?.emailTemplates.length,
        problem: error && problemOf(error),
        retry: () => void refetch().catch(() => {}),
      }}
      columns={columns}
      card={card}
      rowId={rowId}
      primary={
        permissions.includes('emailTemplate.update') ? { label: t('emails.new'), href: '/email-templates/new' } : undefined
      }
      empty={
        <Empty icon={IconTemplate} title={t('emails.none')}>
          {t('emails.noneText')}
        </Empty>
      }
    />
  );
}
