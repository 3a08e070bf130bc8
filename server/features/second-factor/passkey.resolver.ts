import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { ViewerType } from '../session/viewer.entity.js';
import { Passkey } from './passkey.entity.js';
import {
  DeletePasskeyInput,
  DeletePasskeyPayload,
  FinishPasskeySetupInput,
  FinishPasskeySetupPayload,
  RenamePasskeyInput,
  RenamePasskeyPayload,
  StartPasskeySetupInput,
  StartPasskeySetupPayload,
} from './passkey.input.js';
import { finishPasskeySetup, removePasskey, renamePasskey, startPasskeySetup } from './passkey.service.js';
import { passkeysByUser } from './second-factor.relations.js';

@Resolver(() => ViewerType)
export class PasskeyResolver {
  @Mutation(() => StartPasskeySetupPayload, { description: 'Begins to add a passkey, which the browser then makes.' })
  @Requires('secondFactor.change')
  @Limited('second-factor')
  startPasskeySetup(
    @Arg('input', { description: 'Your password.' }) { password }: StartPasskeySetupInput,
    @Ctx() ctx: Context,
  ): Promise<StartPasskeySetupPayload> {
    return startPasskeySetup(ctx, password);
  }

  @Mutation(() => FinishPasskeySetupPayload, {
    description: 'Adds a passkey: from now on you may sign in with it alone, and a second factor is asked for after a password.',
  })
  @Requires('secondFactor.change')
  @Limited('second-factor')
  finishPasskeySetup(
    @Arg('input', { description: 'What the browser made.' }) input: FinishPasskeySetupInput,
    @Ctx() ctx: Context,
  ): Promise<FinishPasskeySetupPayload> {
    return finishPasskeySetup(ctx, input);
  }

  @Mutation(() => RenamePasskeyPayload, { description: 'Gives a passkey of yours another name.' })
  @Requires('secondFactor.change')
  async renamePasskey(
    @Arg('input', { description: 'Which, and its name.' }) input: RenamePasskeyInput,
    @Ctx() ctx: Context,
  ): Promise<RenamePasskeyPayload> {
    return { passkey: await renamePasskey(ctx, input) };
  }

  @Mutation(() => DeletePasskeyPayload, { description: 'Removes a passkey of yours. Nobody signs in with it any more.' })
  @Requires('secondFactor.change')
  @Limited('second-factor')
  async deletePasskey(
    @Arg('input', { description: 'Which, and your password.' }) input: DeletePasskeyInput,
    @Ctx() ctx: Context,
  ): Promise<DeletePasskeyPayload> {
    await removePasskey(ctx, input);
    return { passkeys: await load(ctx, passkeysByUser, ctx.viewer.id) };
  }

  @FieldResolver(() => [Passkey], { description: 'Your passkeys, the oldest first.' })
  @Through(passkeysByUser)
  passkeys(): void {}
}
