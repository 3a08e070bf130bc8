import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormScreen } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { inputOf, ProcessingFields, type ProcessingWords } from './processing-fields';

const AdminCreateProcessing = graphql(`
  mutation AdminCreateProcessing($input: CreateProcessingActivityInput!) {
    createProcessingActivity(input: $input) { processingActivity { id name } userErrors { path code message } }
  }
`);

const blank = (): ProcessingWords => ({
  ...{ name: '', purposes: '', people: '', data: '', recipients: '', retention: '', security: '' },
  ...{ transfers: '', transferSafeguard: '', responsible: '', endedOn: '', legalBases: [], processorIds: [] },
  startedOn: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date()),
});

export function ProcessingNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { submit, pending, errorsByPath } = useSubmit(AdminCreateProcessing);
  const [words, setWords] = useState(blank);
  async function send(): Promise<void> {
    const payload = await submit({ input: inputOf(words) }, { refetchQueries: ['AdminProcessing'] });
    if (!payload?.processingActivity) return;
    done(t('registers.written', { name: payload.processingActivity.name }));
    void navigate(`/processing/${payload.processingActivity.id}`);
  }
  return (
    <FormScreen
      title={t('registers.newActivity')}
      lead={t('registers.newActivityText')}
      crumbs={[[t('nav.processing'), '/processing'], [t('registers.newActivity')]]}
      action={t('registers.write')}
      pending={pending}
      send={() => void send()}
      back="/processing"
    >
      <ProcessingFields words={words} set={(patch) => setWords((now) => ({ ...now, ...patch }))} errors={errorsByPath} />
    </FormScreen>
  );
}
