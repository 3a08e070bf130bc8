import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { CustomerKind } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import { done } from '../ui/notify';
import { type CustomField, isFor } from './use-custom-fields';

const CreateCustomer = graphql(`
  mutation CreateCustomer($input: CreateCustomerInput!) {
    createCustomer(input: $input) {
      customer { id name }
      userErrors { path code message }
    }
  }
`);

const UpdateCustomer = graphql(`
  mutation UpdateCustomer($input: UpdateCustomerInput!, $ours: Boolean!) {
    updateCustomer(input: $input) {
      customer {
        id kind name siret vatNumber email phone website tags version updatedAt
        internalNote @include(if: $ours)
        iban @include(if: $ours)
        manager { id name }
        reseller { id name }
        customFields @include(if: $ours) { id fieldId text number date choiceId }
      }
      userErrors { path code message }
    }
  }
`);

/** What the form holds: '' and null are “none”. */
export type CustomerWords = {
  kind: CustomerKind;
  name: string;
  siret: string;
  vatNumber: string;
  email: string;
  phone: string;
  website: string;
  iban: string;
  tags: string[];
  managerId: string | null;
  resellerId: string | null;
  internalNote: string;
  /** By the field's identifier, as it was typed. */
  customFields: Record<string, string>;
};

const fields = [
  'name',
  'siret',
  'vatNumber',
  'email',
  'phone',
  'website',
  'iban',
  'tags',
  'managerId',
  'resellerId',
  'internalNote',
] as const satisfies readonly (keyof CustomerWords)[];

/**
 * What the server gets: of a private person no SIRET nor VAT number, of ours only from our own people, and of `custom`, the fields of the
 * form, those for customers of this kind.
 */
export function inputOf(words: CustomerWords, ours: boolean, custom: readonly CustomField[]) {
  const { tags, managerId, resellerId, internalNote, siret, vatNumber, iban, customFields, ...rest } = words;
  const company = words.kind === 'COMPANY';
  return {
    ...rest,
    siret: company ? siret : null,
    vatNumber: company ? vatNumber : null,
    ...(ours ? { tags, managerId, resellerId, internalNote, iban } : {}),
    ...(custom.length > 0
      ? {
          customFields: custom
            .filter((field) => isFor(field, words.kind))
            .map(({ id, key }) => ({ key, value: customFields[id] || null })),
        }
      : {}),
  };
}

/** Saves a new customer, or the changes to one. Somebody else's change meanwhile, and that there is none any more, the form says. */
export function useCustomerSave(customer: { id: string } | undefined, custom: readonly CustomField[], reread?: () => void) {
  const { t } = useTranslation('customer');
  const paths = [...fields, ...custom.map(({ key }) => `customFields.${key}`)];
  const create = useSubmit(CreateCustomer, { fields: paths });
  const update = useSubmit(UpdateCustomer, { fields: paths, says: ['NOT_FOUND', 'CONFLICT'] });

  /** `opened` is the version the person knows: it goes with the change, so that nobody overwrites what they never saw. */
  async function save(words: CustomerWords, ours: boolean, opened: number | undefined): Promise<string | undefined> {
    const input = inputOf(words, ours, custom);
    const payload = customer
      ? await update.submit({ input: { ...input, id: customer.id, version: opened }, ours })
      : await create.submit({ input }, { refetchQueries: 'active' });
    if (payload?.customer) done(t(customer ? 'saved' : 'created', { name: words.name }));
    else reread?.();
    return payload?.customer?.id;
  }

  return {
    save,
    /** There is no such customer any more, or not for this person. */
    gone: customer !== undefined && update.refused === 'NOT_FOUND',
    /** Somebody else saved in between. */
    late: update.refused === 'CONFLICT',
    pending: create.pending || update.pending,
    errors: customer ? update.errorsByPath : create.errorsByPath,
  };
}
