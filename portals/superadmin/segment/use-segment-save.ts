import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import type { SegmentDraft } from './segment-form';
import { ruleOf } from './segment-rule';

const SegmentFields = graphql(`
  query SegmentFields {
    segmentFields {
      key label group groupLabel kind closed inPeriod
      operators { key label takes }
      choices { value label }
    }
  }
`);
const SaveSegment = graphql(`
  mutation SaveSegment($input: SaveSegmentInput!) {
    saveSegment(input: $input) {
      segment { id name description colour rule sentence version stale changed }
      userErrors { path code message }
    }
  }
`);

/** What rules may ask about; read once a visit of the builder. */
export const useSegmentFields = () => useQuery(SegmentFields, { fetchPolicy: 'cache-and-network' });

/** Keeps a segment, new or changed, and goes to it. */
export function useSegmentSave(known?: { id: string; version: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { submit, pending, errorsByPath } = useSubmit(SaveSegment);
  async function save({ rule, ...draft }: SegmentDraft): Promise<void> {
    const input = { id: known?.id, version: known?.version, ...draft, rule: ruleOf(rule) };
    const saved = await submit({ input }, { refetchQueries: ['SuperadminSegments', 'SegmentChoices'] });
    if (!saved?.segment) return;
    done(t('segments.saved', { name: saved.segment.name }));
    void navigate(`/segments/${saved.segment.id}`);
  }
  return { save: (draft: SegmentDraft) => void save(draft), pending, errors: errorsByPath };
}
