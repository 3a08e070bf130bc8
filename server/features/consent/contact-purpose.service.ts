import { authorize } from '../../core/access.js';
import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { refuseIfAny, UserError } from '../../core/errors.js';
import { lockVisible, refuseStale } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { ConsentText } from './consent-text.entity.js';
import { ContactPurpose, LegalBasis } from './contact-purpose.entity.js';
import type { PublishConsentTextInput, UpdateContactPurposeInput } from './contact-purpose.input.js';
import './consent.words.js';

const OURS: ReadonlySet<LegalBasis> = new Set([LegalBasis.CONTRACT, LegalBasis.LEGAL_OBLIGATION]);

/** What holds from now on; agreements that were given keep the end they were given with. */
export async function updateContactPurpose(
  ctx: Context,
  { id, version, ...input }: UpdateContactPurposeInput,
): Promise<ContactPurpose> {
  const purpose = await lockVisible(ctx, ContactPurpose, id);
  authorize(ctx, 'update', purpose);
  refuseStale(purpose, version);
  const fields = { ...input, channels: [...new Set(input.channels)], renewalMonths: input.renewalMonths ?? null };
  refuseIfAny(wrongIn(purpose, fields));
  const changes = changesOf(purpose, fields);
  if (Object.keys(changes).length > 0)
    await ctx.db.save(Object.assign(purpose, fields, { version: purpose.version + 1, updatedAt: new Date() }));
  await audit(ctx, 'contactPurpose.update', purpose, changes);
  return purpose;
}

type Fields = Omit<UpdateContactPurposeInput, 'id' | 'version'>;

function wrongIn({ necessary, prospecting }: ContactPurpose, fields: Fields): UserError[] {
  const bases = (['personBasis', 'companyBasis'] as const).flatMap((field) => {
    if (OURS.has(fields[field]) !== necessary) return [new UserError('BASIS_DOES_NOT_FIT', ['input', field])];
    // The law of 30 June 2025 and before it the code of posts: no offers to consumers without their consent.
    if (field === 'personBasis' && prospecting && fields[field] !== LegalBasis.CONSENT)
      return [new UserError('PROSPECTING_NEEDS_CONSENT', ['input', field])];
    return [];
  });
  return [
    ...bases,
    ...(necessary && !fields.active ? [new UserError('PURPOSE_NECESSARY', ['input', 'active'])] : []),
    ...(necessary && fields.renewalMonths !== null ? [new UserError('PURPOSE_NECESSARY', ['input', 'renewalMonths'])] : []),
    ...(fields.channels.length === 0 ? [new UserError('NOTHING', ['input', 'channels'])] : []),
  ];
}

/** A new version in both languages: what people are shown from now on. Those before it stay for those who agreed to them. */
export async function publishConsentText(ctx: Context, { purpose, fr, en }: PublishConsentTextInput): Promise<ConsentText[]> {
  const of = await ctx.db.findOneByOrFail(ContactPurpose, { code: purpose });
  authorize(ctx, 'update', of);
  if (of.necessary) throw new UserError('NO_CONSENT_NEEDED', ['input', 'purpose']);
  // Two who publish at once get a version each.
  await ctx.query(sql`select from contact_purpose where id = ${of.id} for update`);
  const [{ last, same }] = await ctx.query<{ last: number; same: boolean }>(sql`
    select coalesce(max(version), 0) as last, coalesce(bool_and(body = case locale when 'fr' then ${fr.trim()} else ${en.trim()} end)
      filter (where version = (select max(version) from consent_text where purpose = ${purpose})), false) as same
    from consent_text where purpose = ${purpose}`);
  if (same) throw new UserError('SAME_TEXT', ['input', 'fr']);
  const written = await ctx.db.save(
    Object.entries({ fr: fr.trim(), en: en.trim() }).map(([locale, body]) =>
      ctx.db.create(ConsentText, {
        purpose,
        version: last + 1,
        locale,
        body,
        validFrom: new Date(),
        publishedById: ctx.viewer.id,
      }),
    ),
  );
  const texts = await Promise.all(written.map(({ id }) => ctx.db.findOneByOrFail(ConsentText, { id })));
  await audit(ctx, 'consentText.publish', texts[0], {
    purpose: [null, purpose],
    version: [last, last + 1],
    sha256: [null, texts.map(({ sha256 }) => sha256)],
  });
  return texts;
}
