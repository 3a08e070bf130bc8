import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import {
  EmailPreview,
  EmailPreviewInput,
  EmailVariable,
  SendCustomerEmailInput,
  SendCustomerEmailPayload,
} from './customer-email.input.js';
import { emailPreview, sendCustomerEmail } from './customer-email.service.js';
import { emailVariables } from './email-variable.rules.js';

@Resolver()
export class CustomerEmailResolver {
  @Query(() => [EmailVariable], { description: 'What can stand between double braces in e-mails and templates.' })
  @Requires('customer.email')
  emailVariables(@Ctx() { locale }: Context): EmailVariable[] {
    return Object.entries(emailVariables).map(([name, { label, example }]) => ({
      name,
      label: label[locale],
      example: example[locale],
    }));
  }

  @Query(() => EmailPreview, {
    nullable: true,
    description:
      'An e-mail as it will be seen. Nothing is sent. Null when there is no such customer or contact, or none you may see.',
  })
  @Requires('customer.email')
  emailPreview(
    @Arg('input', { description: 'What it says, and to whom.' }) input: EmailPreviewInput,
    @Ctx() ctx: Context,
  ): Promise<EmailPreview | null> {
    return emailPreview(ctx, input);
  }

  @Mutation(() => SendCustomerEmailPayload, {
    description:
      'Sends an e-mail to a customer or a contact of theirs, and keeps it on the timeline and in the outbox. Refused where neither their consent nor a legal basis covers its purpose; looked at again when it leaves.',
  })
  @Requires('customer.email')
  @Limited('customer-email')
  async sendCustomerEmail(
    @Arg('input', { description: 'What it says, and to whom.' }) input: SendCustomerEmailInput,
    @Ctx() ctx: Context,
  ): Promise<SendCustomerEmailPayload> {
    return { activity: await sendCustomerEmail(ctx, input) };
  }
}
