import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormScreen } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { localOf } from '../../shared/ui/paris';
import { BreachFields, type BreachWords, inputOf } from './breach-fields';

const AdminCreateBreach = graphql(`
  mutation AdminCreateBreach($input: CreateDataBreachInput!) {
    createDataBreach(input: $input) { dataBreach { id reference } userErrors { path code message } }
  }
`);

const blank = (): BreachWords => ({
  ...{ title: '', description: '', people: '', records: '', consequences: '', measures: '', noRiskReason: '', happenedAt: '' },
  ...{ peopleCount: '', recordCount: '', natures: [], risk: null },
  awareAt: localOf(Date.now()),
});

/** Writes a breach down: the clock runs from when we became aware, not from now. */
export function BreachNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { submit, pending, errorsByPath } = useSubmit(AdminCreateBreach);
  const [words, setWords] = useState(blank);
  async function send(): Promise<void> {
    const payload = await submit({ input: inputOf(words) }, { refetchQueries: ['AdminBreaches'] });
    if (!payload?.dataBreach) return;
    done(t('breaches.written', { reference: payload.dataBreach.reference }));
    void navigate(`/breaches/${payload.dataBreach.id}`);
  }
  return (
    <FormScreen
      title={t('breaches.new')}
      lead={t('breaches.newText')}
      crumbs={[[t('nav.breaches'), '/breaches'], [t('breaches.new')]]}
      action={t('breaches.write')}
      pending={pending}
      send={() => void send()}
      back="/breaches"
    >
      <BreachFields words={words} set={(patch) => setWords((now) => ({ ...now, ...patch }))} errors={errorsByPath} />
    </FormScreen>
  );
}
