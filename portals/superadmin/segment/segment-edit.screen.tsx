import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { SegmentForm } from './segment-form';
import { readRule } from './segment-rule';
import { useSegmentFields, useSegmentSave } from './use-segment-save';

const SegmentEdited = graphql(`
  query SegmentEdited($id: ID!) {
    segment(id: $id) { id name description colour rule version }
  }
`);

export function SegmentEdit() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const fields = useSegmentFields();
  const { data, error, refetch } = useQuery(SegmentEdited, { variables: { id }, fetchPolicy: 'network-only' });
  const segment = data?.segment;
  const saving = useSegmentSave(segment ?? undefined);
  const problem = error ?? fields.error;
  if (!segment || !fields.data)
    return (
      <DetailScreen
        crumbs={[[t('nav.segments'), '/segments'], ['…']]}
        problem={problem && problemOf(problem)}
        retry={() => void refetch().catch(() => {})}
        missing={segment === null}
      />
    );
  const { name, description, colour, rule, version } = segment;
  return (
    <SegmentForm
      key={`${id} ${version}`}
      title={t('segments.editTitle', { name })}
      crumbs={[[t('nav.segments'), '/segments'], [name, `/segments/${id}`], [t('segments.edit')]]}
      before={{ name, description: description ?? '', colour, rule: readRule(rule) }}
      fields={fields.data.segmentFields}
      pending={saving.pending}
      errors={saving.errors}
      send={saving.save}
      back={`/segments/${id}`}
    />
  );
}
