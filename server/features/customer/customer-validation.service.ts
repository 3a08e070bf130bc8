import { isUUID } from 'class-validator';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { load } from '../../core/loader.js';
import { told } from '../../core/mutation.js';
import type { Locale } from '../../core/words.js';
import { phoneFacts } from '../user/contact.rules.js';
import { CustomerKind } from './customer.entity.js';
import { customerById } from './customer.relations.js';
import { readTyped } from './customer-part.service.js';
import { isTaken, readForm } from './customer-read.service.js';
import type { CustomerValidation, SiretCheck } from './customer-validation.entity.js';
import type { ValidateCustomerInput } from './customer-validation.input.js';
import { mistakeInSiret, readCountry, readPostalCode, readSiret, vatNumberOf } from './identity.rules.js';

/** What a SIRET says, or what is wrong with it. */
export function checkSiret(text: string, locale: Locale): SiretCheck {
  const siret = readSiret(text);
  const mistake = mistakeInSiret(text);
  const [error] = mistake ? told([new UserError(mistake.code, ['siret'], mistake.params)], locale) : [null];
  if (!siret) return { valid: false, error, siret: null, siren: null, nic: null, establishment: null, vatNumber: null };
  const [siren, nic] = [siret.slice(0, 9), siret.slice(9)];
  return { valid: true, error: null, siret, siren, nic, establishment: Number(nic.slice(0, 4)), vatNumber: vatNumberOf(siren) };
}

/** The rules of `createCustomer` and `updateCustomer`, asked while somebody types; nothing is kept. */
export async function validateCustomer(
  ctx: Context,
  { id = null, postalCode, country, ...input }: ValidateCustomerInput,
): Promise<CustomerValidation> {
  const before = isUUID(id) ? ((await load(ctx, customerById, id as string)) ?? undefined) : undefined;
  const kind = input.kind ?? before?.kind ?? CustomerKind.COMPANY;
  const { fields, mistakes } = await readForm(ctx, input, kind, before);
  if (fields.siret && (await isTaken(ctx, fields.siret, id))) mistakes.push(new UserError('SIRET_TAKEN', ['input', 'siret']));
  const where = readCountry(country ?? 'FR');
  if (where) readTyped(mistakes, 'postalCode', postalCode, (text) => readPostalCode(text, where), 'INVALID_POSTAL_CODE');
  else mistakes.push(new UserError('INVALID_COUNTRY', ['input', 'country']));
  return {
    userErrors: told(mistakes, ctx.locale),
    siret: input.siret?.trim() ? checkSiret(input.siret, ctx.locale) : null,
    phone: input.phone?.trim() ? phoneFacts(input.phone) : null,
    iban: fields.iban ?? null,
  };
}
