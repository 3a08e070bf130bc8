import { useTranslation } from 'react-i18next';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { problemOf } from '../../shared/graphql/problem';
import { SegmentForm } from './segment-form';
import { newCondition, newGroup } from './segment-rule';
import { useSegmentFields, useSegmentSave } from './use-segment-save';

export function SegmentNew() {
  const { t } = useTranslation();
  const { data, error, refetch } = useSegmentFields();
  const saving = useSegmentSave();
  const crumbs = [[t('nav.segments'), '/segments'], [t('segments.new')]] as const;
  const [first] = data?.segmentFields ?? [];
  if (!data || !first)
    return <DetailScreen crumbs={crumbs} problem={error && problemOf(error)} retry={() => void refetch().catch(() => {})} />;
  return (
    <SegmentForm
      title={t('segments.new')}
      crumbs={crumbs}
      before={{ name: '', description: '', colour: 'BLUE', rule: newGroup([newCondition(first)], 'ALL') }}
      fields={data.segmentFields}
      pending={saving.pending}
      errors={saving.errors}
      send={saving.save}
      back="/segments"
    />
  );
}
