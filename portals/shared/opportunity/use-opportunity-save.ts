import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useOnce } from '../graphql/use-once';
import { useSubmit } from '../graphql/use-submit';
import { done } from '../ui/notify';

const CreateOpportunity = graphql(`
  mutation CreateOpportunity($input: CreateOpportunityInput!) {
    createOpportunity(input: $input) {
      opportunity { id title }
      userErrors { path code message }
    }
  }
`);

const UpdateOpportunity = graphql(`
  mutation UpdateOpportunity($input: UpdateOpportunityInput!) {
    updateOpportunity(input: $input) {
      opportunity {
        id title prospectName contactName amountCents expectedCloseOn version updatedAt
        customer { id name }
      }
      userErrors { path code message }
    }
  }
`);

/** What the form holds: '' and null are “none”. */
export type OpportunityWords = {
  title: string;
  /** With whom: one of our customers, or somebody who may become one. */
  whose: 'customer' | 'prospect';
  customerId: string | null;
  prospectName: string;
  contactName: string;
  amountCents: number | null;
  expectedCloseOn: string;
  stageId: string | null;
};

/** An opportunity as the form takes it up; `version` tells when somebody was faster. */
export type EditedOpportunity = OpportunityWords & { id: string; version: number };

const fields = ['title', 'customerId', 'prospectName', 'contactName', 'amountCents', 'expectedCloseOn', 'stageId'] as const;

/** Saves a new opportunity, or the changes to one; a change carries the version that the person knows. */
export function useOpportunitySave(edited?: EditedOpportunity, reread?: () => void) {
  const { t } = useTranslation('opportunity');
  const create = useSubmit(CreateOpportunity, { fields });
  const update = useSubmit(UpdateOpportunity, { fields, says: ['CONFLICT'] });
  const keyOf = useOnce();

  async function save({ whose, stageId, ...words }: OpportunityWords, opened: number | undefined): Promise<string | undefined> {
    const known = {
      title: words.title,
      customerId: whose === 'customer' ? words.customerId : null,
      prospectName: whose === 'prospect' ? words.prospectName : null,
      contactName: words.contactName || null,
      // Nothing typed is an amount not known yet.
      amountCents: words.amountCents ?? 0,
      expectedCloseOn: words.expectedCloseOn || null,
    };
    const made = { ...known, stageId };
    const payload = edited
      ? await update.submit({ input: { ...known, id: edited.id, version: opened } }, { refetchQueries: 'active' })
      : await create.submit({ input: { ...made, idempotencyKey: keyOf(made) } }, { refetchQueries: 'active' });
    if (payload?.opportunity) done(t(edited ? 'form.saved' : 'form.created', { title: payload.opportunity.title }));
    else if (edited) reread?.();
    return payload?.opportunity?.id;
  }

  return {
    save,
    late: update.refused === 'CONFLICT',
    pending: create.pending || update.pending,
    errors: edited ? update.errorsByPath : create.errorsByPath,
  };
}
