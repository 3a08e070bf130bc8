import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { FormNotices } from '../../shared/frame/form-notices';
import { FormScreen } from '../../shared/frame/form-screen';
import { useMeanwhile } from '../../shared/frame/use-meanwhile';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { localOf } from '../../shared/ui/paris';
import { BreachFields, type BreachWords, inputOf } from './breach-fields';

const BreachEdit_breach = graphql(`
  fragment BreachEdit_breach on DataBreach {
    id version reference title description natures awareAt happenedAt people peopleCount records recordCount consequences measures risk
    noRiskReason
  }
`);
const AdminBreachEdited = graphql(`
  query AdminBreachEdited($id: ID!) { dataBreach(id: $id) { id viewerCan { update } ...BreachEdit_breach } }
`);
const AdminUpdateBreach = graphql(`
  mutation AdminUpdateBreach($input: UpdateDataBreachInput!) {
    updateDataBreach(input: $input) { dataBreach { id dueAt ...BreachEdit_breach } userErrors { path code message } }
  }
`);

export function BreachEdit() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminBreachEdited, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const breach = data?.dataBreach;
  if (breach?.viewerCan.update) return <Form breach={breach} reread={() => void refetch()} />;
  return (
    <DetailScreen
      crumbs={[[t('nav.breaches'), '/breaches'], ['…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data !== undefined}
    />
  );
}

function Form({ breach, reread }: { breach: FragmentType<typeof BreachEdit_breach>; reread: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = readFragment(BreachEdit_breach, breach);
  const { id, version, reference } = now;
  const { submit, pending, errorsByPath, refused } = useSubmit(AdminUpdateBreach, { says: ['CONFLICT'] });
  const saved: BreachWords = {
    ...{ title: now.title, description: now.description, people: now.people, records: now.records },
    ...{ consequences: now.consequences, measures: now.measures, risk: now.risk, natures: [...now.natures] },
    ...{ peopleCount: now.peopleCount ?? '', recordCount: now.recordCount ?? '', noRiskReason: now.noRiskReason ?? '' },
    awareAt: localOf(now.awareAt),
    happenedAt: localOf(now.happenedAt),
  };
  const [words, setWords] = useState(saved);
  const { opened, meanwhile, movedOn } = useMeanwhile({ saved, version, words, set: setWords, pending });
  const back = `/breaches/${id}`;
  async function send(): Promise<void> {
    // A field of minutes: what nobody touched goes back to the second it was.
    const untouched = words.awareAt === saved.awareAt ? { awareAt: now.awareAt } : {};
    const input = { id, version: opened, ...inputOf(words), ...untouched };
    const payload = await submit({ input }, { refetchQueries: ['AdminBreaches'] });
    if (!payload?.dataBreach) return reread();
    done(t('breaches.saved', { reference }));
    void navigate(back);
  }
  return (
    <FormScreen
      title={t('breaches.editNamed', { reference })}
      crumbs={[[t('nav.breaches'), '/breaches'], [reference, back], [t('breaches.do.edit')]]}
      action={t('ui:save')}
      pending={pending}
      send={() => void send()}
      back={back}
    >
      <FormNotices
        subject={id}
        meanwhile={meanwhile}
        late={refused === 'CONFLICT'}
        movedOn={movedOn}
        label={(field) => t(`breaches.${field === 'natures' ? 'nature' : field}` as 'breaches.title')}
      />
      <BreachFields words={words} set={(patch) => setWords((before) => ({ ...before, ...patch }))} errors={errorsByPath} />
    </FormScreen>
  );
}
