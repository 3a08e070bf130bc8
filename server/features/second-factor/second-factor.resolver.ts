import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { deviceName } from '../session/device-name.rules.js';
import { ViewerType } from '../session/viewer.entity.js';
import { Device } from './device.entity.js';
import { forgetDevice } from './device.service.js';
import { regenerateRecoveryCodes } from './recovery-code.service.js';
import {
  ConfirmTwoFactorSetupInput,
  ConfirmTwoFactorSetupPayload,
  DisableTwoFactorInput,
  DisableTwoFactorPayload,
  ForgetDeviceInput,
  ForgetDevicePayload,
  RegenerateRecoveryCodesInput,
  RegenerateRecoveryCodesPayload,
  SecondFactorType,
  StartTwoFactorSetupInput,
  StartTwoFactorSetupPayload,
} from './second-factor.input.js';
import { devicesByUser } from './second-factor.relations.js';
import { secondFactorsOf } from './second-factor.service.js';
import { confirmTotp, removeTotp, startTotp } from './totp.service.js';

@Resolver(() => ViewerType)
export class SecondFactorResolver {
  @Mutation(() => StartTwoFactorSetupPayload, { description: 'Begins to set up an authenticator app (TOTP, RFC 6238).' })
  @Requires('secondFactor.change')
  @Limited('second-factor')
  startTwoFactorSetup(
    @Arg('input', { description: 'Your password.' }) { password }: StartTwoFactorSetupInput,
    @Ctx() ctx: Context,
  ): Promise<StartTwoFactorSetupPayload> {
    return startTotp(ctx, password);
  }

  @Mutation(() => ConfirmTwoFactorSetupPayload, {
    description: 'Finishes setting up the authenticator app: from now on a code is asked for at sign-in.',
  })
  @Requires('secondFactor.change')
  @Limited('second-factor')
  async confirmTwoFactorSetup(
    @Arg('input', { description: 'A code.' }) { code }: ConfirmTwoFactorSetupInput,
    @Ctx() ctx: Context,
  ): Promise<ConfirmTwoFactorSetupPayload> {
    return { recoveryCodes: await confirmTotp(ctx, code) };
  }

  @Mutation(() => RegenerateRecoveryCodesPayload, { description: 'Ten new recovery codes in the place of the old ones.' })
  @Requires('secondFactor.change')
  @Limited('second-factor')
  async regenerateRecoveryCodes(
    @Arg('input', { description: 'Your password.' }) { password }: RegenerateRecoveryCodesInput,
    @Ctx() ctx: Context,
  ): Promise<RegenerateRecoveryCodesPayload> {
    return { recoveryCodes: await regenerateRecoveryCodes(ctx, password) };
  }

  @Mutation(() => DisableTwoFactorPayload, {
    description: 'Takes the authenticator app away. Passkeys stay, and are still asked for.',
  })
  @Requires('secondFactor.change')
  @Limited('second-factor')
  async disableTwoFactor(
    @Arg('input', { description: 'Your password and a code.' }) input: DisableTwoFactorInput,
    @Ctx() ctx: Context,
  ): Promise<DisableTwoFactorPayload> {
    await removeTotp(ctx, input);
    return { secondFactor: await secondFactorsOf(ctx, ctx.viewer.id) };
  }

  @Mutation(() => ForgetDevicePayload, { description: 'Asks a device that was remembered for the second factor again.' })
  @Requires('secondFactor.change')
  async forgetDevice(
    @Arg('input', { description: 'Which.' }) { id }: ForgetDeviceInput,
    @Ctx() ctx: Context,
  ): Promise<ForgetDevicePayload> {
    await forgetDevice(ctx, id);
    return { devices: await load(ctx, devicesByUser, ctx.viewer.id) };
  }

  @FieldResolver(() => SecondFactorType, { description: 'What you prove a second time with that it is you, beside passkeys.' })
  secondFactor(@Ctx() ctx: Context): Promise<SecondFactorType> {
    return secondFactorsOf(ctx, ctx.viewer.id);
  }

  @FieldResolver(() => [Device], { description: 'The devices that are not asked for your second factor, the last used first.' })
  @Through(devicesByUser)
  devices(): void {}
}

@Resolver(() => Device)
export class DeviceResolver {
  @FieldResolver(() => String, { description: 'The browser and its system, in your language.' })
  name(@Root() { userAgent }: Device, @Ctx() ctx: Context): string {
    return deviceName(userAgent, ctx.locale);
  }
}
