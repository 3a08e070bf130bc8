import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import type { EditedCustomer } from './customer-form';
import { typedOf } from './use-custom-fields';

const CustomerEdit_customer = graphql(`
  fragment CustomerEdit_customer on Customer {
    id version kind name siret vatNumber email phone website iban tags internalNote
    manager { id name }
    reseller { id name }
    customFields { id fieldId text number date choiceId }
  }
`);

/** A customer as our own people's form takes it up. */
export function editedOf(source: FragmentType<typeof CustomerEdit_customer>): EditedCustomer {
  const { id, version, kind, name, manager, reseller, tags, customFields, ...words } = readFragment(
    CustomerEdit_customer,
    source,
  );
  return {
    id,
    version,
    kind,
    name,
    siret: words.siret ?? '',
    vatNumber: words.vatNumber ?? '',
    email: words.email ?? '',
    phone: words.phone ?? '',
    website: words.website ?? '',
    iban: words.iban ?? '',
    internalNote: words.internalNote ?? '',
    tags: [...(tags ?? [])],
    managerId: manager?.id ?? null,
    resellerId: reseller?.id ?? null,
    customFields: Object.fromEntries((customFields ?? []).map((value) => [value.fieldId, typedOf(value)])),
  };
}
