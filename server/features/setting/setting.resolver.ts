import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Public, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Settings, SignInOptions } from './setting.entity.js';
import { UpdateSettingsInput, UpdateSettingsPayload } from './setting.input.js';
import { settingsOf, updateSettings } from './setting.service.js';

@Resolver()
export class SettingResolver {
  @Query(() => Settings, { description: 'How the product behaves.' })
  @Requires('setting.update')
  settings(@Ctx() ctx: Context): Promise<Settings> {
    return settingsOf(ctx);
  }

  @Query(() => SignInOptions, { description: 'The ways in that are open beside a password.' })
  @Public()
  signInOptions(@Ctx() ctx: Context): Promise<SignInOptions> {
    return settingsOf(ctx);
  }

  @Mutation(() => UpdateSettingsPayload, { description: 'Changes how the product behaves, for everybody and at once.' })
  @Requires('setting.update')
  async updateSettings(
    @Arg('input', { description: 'What to set.' }) input: UpdateSettingsInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateSettingsPayload> {
    return { settings: await updateSettings(ctx, input) };
  }
}
