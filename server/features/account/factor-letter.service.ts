import { onAudited } from '../../core/audit.entity.js';
import { User } from '../user/user.entity.js';
import './factor-letter.words.js';
import { addressOf, portalFor, sendLetter } from './letter.service.js';
import { localeOf } from './password.service.js';

/** What somebody proves themselves with has changed, or the way round it was taken: they are told, whoever did it (ASVS 5.0, 6.3.7). */
const letters: Record<string, string> = {
  'totp.add': 'totpAdded',
  'totp.remove': 'totpRemoved',
  'passkey.add': 'passkeyAdded',
  'passkey.remove': 'passkeyRemoved',
  'recoveryCode.renew': 'recoveryRenewed',
  'recoveryCode.use': 'recoveryUsed',
};

for (const [action, letter] of Object.entries(letters))
  onAudited(action, async (ctx, _subject, changes) => {
    const user = await ctx.db.findOneByOrFail(User, { id: ctx.viewer.id });
    const [before, after] = changes?.name ?? [];
    await sendLetter(ctx, {
      letter,
      to: user.email,
      name: user.name,
      locale: localeOf(user, ctx.locale),
      params: { email: user.email, name: String(after ?? before ?? '') },
      url: addressOf(ctx, await portalFor(ctx, user.id), 'account/security'),
    });
  });
