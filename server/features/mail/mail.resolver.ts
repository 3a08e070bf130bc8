import { Arg, Args, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Watched } from '../../core/watched.js';
import { outsiders } from '../audit/audit.scope.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { Mail } from './mail.entity.js';
import './mail-delivery.service.js';
import { MailConnection, MailPage } from './mail.page.js';
import { attachmentsByMail, mailById, mails } from './mail.relations.js';
import { MailAttachment } from './mail-attachment.entity.js';

@Resolver(() => Mail)
export class MailResolver {
  @Query(() => Mail, { nullable: true, description: 'One mail of the outbox. Null when there is none, or none you may see.' })
  @Requires('mail.read')
  @Watched('mail.read', outsiders)
  @Through(mailById)
  mail(@Arg('id', () => ID, { description: 'The mail’s.' }) _id: string): void {}

  @Query(() => MailConnection, { description: 'The outbox: every mail of ours.' })
  @Requires('mail.read')
  @Through(mails)
  mails(@Args() _page: MailPage): void {}

  @FieldResolver(() => Customer, { nullable: true, description: 'Whom it is about. Null when nobody in particular.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => [MailAttachment], { description: 'The files that go with it.' })
  @Through(attachmentsByMail)
  attachments(): void {}
}
