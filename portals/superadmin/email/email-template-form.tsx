import { Button, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Crumb, Crumbs } from '../../shared/frame/shell-slots';
import type { EmailPurpose } from '../../shared/graphql/generated/graphql';
import { Page, PageHeader } from '../../shared/ui/page';
import css from './email.module.css';
import { EmailPreview } from './email-preview';
import { languages, purposes } from './email-purposes';
import { EmailText } from './email-text';

export type TemplateDraft = { name: string; locale: string; purpose: EmailPurpose; subject: string; body: string };

type EmailTemplateFormProps = {
  title: string;
  crumbs: readonly Crumb[];
  before: TemplateDraft;
  mayChange: boolean;
  action: string;
  pending: boolean;
  errors: Record<string, string>;
  send: (draft: TemplateDraft) => void;
  /** Beside the buttons: other acts. */
  children?: ReactNode;
};

/** A template, and beside it how it will be seen, with examples for its variables. */
export function EmailTemplateForm({ before, mayChange, errors, ...props }: EmailTemplateFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(before);
  const set = (patch: Partial<TemplateDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const { subject, body, purpose, locale } = draft;
  return (
    <Page>
      <Crumbs items={props.crumbs} />
      <PageHeader title={props.title} lead={t('emails.templateLead')} />
      <div className={css.split}>
        <form
          noValidate
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            props.send(draft);
          }}
        >
          <TextInput
            label={t('emails.name')}
            required
            maxLength={100}
            value={draft.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            error={errors.name}
          />
          <div className={css.pair}>
            <Select
              label={t('emails.language')}
              data={languages.map((value) => ({ value, label: t(`emails.languages.${value}`) }))}
              value={locale}
              onChange={(value) => value && set({ locale: value })}
              allowDeselect={false}
              error={errors.locale}
            />
            <Select
              label={t('emails.purpose')}
              data={purposes.map((value) => ({ value, label: t(`emails.purposes.${value}`) }))}
              value={purpose}
              onChange={(value) => value && set({ purpose: value })}
              allowDeselect={false}
              error={errors.purpose}
            />
          </div>
          <p className={css.sub}>{t(`emails.basis.${purpose}`)}</p>
          <EmailText subject={subject} body={body} set={set} errors={errors} />
          <div className={css.foot}>
            {props.children}
            <Button component={Link} to="/email-templates" variant="default">
              {t('ui:cancel')}
            </Button>
            {mayChange && (
              <Button type="submit" loading={props.pending}>
                {props.action}
              </Button>
            )}
          </div>
        </form>
        <EmailPreview input={{ subject, body, purpose, locale }} />
      </div>
    </Page>
  );
}
