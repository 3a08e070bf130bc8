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
import { inputOf, ProcessingFields, type ProcessingWords } from './processing-fields';

const ProcessingEdit_activity = graphql(`
  fragment ProcessingEdit_activity on ProcessingActivity {
    id version name purposes legalBases people data recipients transfers transferSafeguard retention security responsible startedOn endedOn
    processors { id name }
  }
`);
const AdminProcessingEdited = graphql(`
  query AdminProcessingEdited($id: ID!) {
    processingActivity(id: $id) { id viewerCan { update } ...ProcessingEdit_activity }
  }
`);
const AdminUpdateProcessing = graphql(`
  mutation AdminUpdateProcessing($input: UpdateProcessingActivityInput!) {
    updateProcessingActivity(input: $input) {
      processingActivity { id updatedAt ...ProcessingEdit_activity }
      userErrors { path code message }
    }
  }
`);

export function ProcessingEdit() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminProcessingEdited, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const activity = data?.processingActivity;
  if (activity?.viewerCan.update) return <Form activity={activity} reread={() => void refetch()} />;
  return (
    <DetailScreen
      crumbs={[[t('nav.processing'), '/processing'], ['…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data !== undefined}
    />
  );
}

function Form({ activity, reread }: { activity: FragmentType<typeof ProcessingEdit_activity>; reread: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, version, processors, legalBases, ...now } = readFragment(ProcessingEdit_activity, activity);
  const { submit, pending, errorsByPath, refused } = useSubmit(AdminUpdateProcessing, { says: ['CONFLICT'] });
  const saved: ProcessingWords = {
    ...{ name: now.name, purposes: now.purposes, people: now.people, data: now.data, recipients: now.recipients },
    ...{ retention: now.retention, security: now.security, startedOn: now.startedOn, endedOn: now.endedOn ?? '' },
    ...{ transfers: now.transfers ?? '', transferSafeguard: now.transferSafeguard ?? '', responsible: now.responsible ?? '' },
    legalBases: [...legalBases],
    processorIds: processors.map((one) => one.id),
  };
  const [words, setWords] = useState(saved);
  const { opened, meanwhile, movedOn } = useMeanwhile({ saved, version, words, set: setWords, pending });
  const back = `/processing/${id}`;
  async function send(): Promise<void> {
    const payload = await submit({ input: { id, version: opened, ...inputOf(words) } }, { refetchQueries: ['AdminProcessing'] });
    if (!payload?.processingActivity) return reread();
    done(t('registers.saved', { name: words.name }));
    void navigate(back);
  }
  return (
    <FormScreen
      title={t('registers.editNamed', { name: now.name })}
      crumbs={[[t('nav.processing'), '/processing'], [now.name, back], [t('registers.edit')]]}
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
        label={(field) => t(`registers.fields.${field}` as 'registers.fields.name')}
      />
      <ProcessingFields words={words} set={(patch) => setWords((before) => ({ ...before, ...patch }))} errors={errorsByPath} />
    </FormScreen>
  );
}
