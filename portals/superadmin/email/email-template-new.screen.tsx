import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { EmailTemplateForm, type TemplateDraft } from './email-template-form';

const CreateEmailTemplate = graphql(`
  mutation CreateEmailTemplate($input: CreateEmailTemplateInput!) {
    createEmailTemplate(input: $input) { emailTemplate { id name } userErrors { path code message } }
  }
`);

const blank: TemplateDraft = { name: '', locale: 'fr', purpose: 'SERVICE', subject: '', body: '' };

export function EmailTemplateNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { submit, pending, errorsByPath } = useSubmit(CreateEmailTemplate);
  async function send(draft: TemplateDraft): Promise<void> {
    const payload = await submit({ input: draft }, { refetchQueries: ['EmailTemplates'] });
    if (!payload?.emailTemplate) return;
    done(t('emails.made', { name: payload.emailTemplate.name }));
    void navigate('/email-templates');
  }
  return (
    <EmailTemplateForm
      title={t('emails.new')}
      crumbs={[[t('nav.emailTemplates'), '/email-templates'], [t('emails.new')]]}
      before={blank}
      mayChange
      action={t('emails.make')}
      pending={pending}
      errors={errorsByPath}
      send={(draft) => void send(draft)}
    />
  );
}
