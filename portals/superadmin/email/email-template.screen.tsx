import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';
import { EmailTemplateForm, type TemplateDraft } from './email-template-form';

const EmailTemplateOpened = graphql(`
  query EmailTemplateOpened($id: ID!) {
    emailTemplate(id: $id) { id name locale purpose subject body version viewerCan { update delete } }
  }
`);
const UpdateEmailTemplate = graphql(`
  mutation UpdateEmailTemplate($input: UpdateEmailTemplateInput!) {
    updateEmailTemplate(input: $input) {
      emailTemplate { id name locale purpose subject body version }
      userErrors { path code message }
    }
  }
`);
const DeleteEmailTemplate = graphql(`
  mutation DeleteEmailTemplate($input: DeleteEmailTemplateInput!) {
    deleteEmailTemplate(input: $input) { deletedId userErrors { path code message } }
  }
`);

const readers = { refetchQueries: ['EmailTemplates'] };

export function EmailTemplate() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(EmailTemplateOpened, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const saving = useSubmit(UpdateEmailTemplate);
  const deleting = useSubmit(DeleteEmailTemplate, { fields: [] });
  const template = data?.emailTemplate;
  if (!template)
    return (
      <DetailScreen
        crumbs={[[t('nav.emailTemplates'), '/email-templates'], ['…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch().catch(() => {})}
        missing={template === null}
      />
    );
  const { name, locale, purpose, subject, body, version, viewerCan } = template;

  async function save(draft: TemplateDraft): Promise<void> {
    if (!(await saving.submit({ input: { id, version, ...draft } }, readers))) return;
    done(t('emails.saved'));
    void navigate('/email-templates');
  }
  async function remove(): Promise<void> {
    const question = {
      title: t('emails.deleteAsk', { name }),
      text: t('emails.deleteText'),
      action: t('emails.delete'),
      danger: true,
    };
    if (!(await confirm(question)) || !(await deleting.submit({ input: { id } }, readers))) return;
    done(t('emails.deleted', { name }));
    void navigate('/email-templates');
  }

  return (
    <EmailTemplateForm
      key={`${id} ${version}`}
      title={name}
      crumbs={[[t('nav.emailTemplates'), '/email-templates'], [name]]}
      before={{ name, locale, purpose, subject, body }}
      mayChange={viewerCan.update}
      action={t('ui:save')}
      pending={saving.pending}
      errors={saving.errorsByPath}
      send={(draft) => void save(draft)}
    >
      {viewerCan.delete && (
        <Button variant="subtle" color="red" mr="auto" loading={deleting.pending} onClick={() => void remove()}>
          {t('emails.delete')}
        </Button>
      )}
    </EmailTemplateForm>
  );
}
