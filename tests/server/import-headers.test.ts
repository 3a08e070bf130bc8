import { describe, expect, test } from 'vitest';
import { customerColumns } from '../../server/features/customer-import/customer-columns.rules.js';
import { columnsOf } from '../../server/features/import/columns.rules.js';

const taken = (headers: string[], mapping = {}) =>
  Object.fromEntries(
    [...columnsOf(customerColumns, headers, mapping, { separator: ',' })].map(([field, at]) => [headers[at], field]),
  );

/** What docs/import.md says of them. */
describe('the headers of older systems', () => {
  test('Chronotech', () => {
    const headers =
      'id customer_type name company_name first_name last_name siret tva_number email phone mobile website notes address postal_code city country is_active created_at tags vehicle_count';
    expect(taken(headers.split(' '))).toEqual({
      id: 'reference',
      customer_type: 'kind',
      name: 'name',
      company_name: 'company',
      first_name: 'firstName',
      last_name: 'lastName',
      siret: 'siret',
      tva_number: 'vatNumber',
      email: 'email',
      phone: 'phone',
      website: 'website',
      notes: 'internalNote',
      address: 'street',
      postal_code: 'postalCode',
      city: 'city',
      country: 'country',
      is_active: 'status',
      created_at: 'createdAt',
      tags: 'tags',
    });
  });

  test('Yoozak', () => {
    expect(taken('id user_name prenom nom company email phone address is_active date_joined orders_count'.split(' '))).toEqual({
      id: 'reference',
      prenom: 'firstName',
      nom: 'name',
      company: 'company',
      email: 'email',
      phone: 'phone',
      address: 'street',
      is_active: 'status',
      date_joined: 'createdAt',
    });
  });

  test('Presta', () => {
    const headers =
      'user_id company_id company_name siret vat_number email zip_code status created_at contact_name contact_email full_name'.split(
        ' ',
      );
    expect(taken(headers, { reference: 'company_id', name: '' })).toEqual({
      company_id: 'reference',
      company_name: 'company',
      siret: 'siret',
      vat_number: 'vatNumber',
      email: 'email',
      zip_code: 'postalCode',
      status: 'status',
      created_at: 'createdAt',
      contact_name: 'contactName',
      contact_email: 'contactEmail',
    });
  });
});
