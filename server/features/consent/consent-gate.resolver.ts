import { Args, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { refusalsByCustomer } from './consent.relations.js';
import { ContactAnswersArgs, ContactAnswerType } from './consent-answer.input.js';
import { answersFor, type ContactAnswer } from './consent-gate.service.js';
import { ContactRefusal } from './contact-refusal.entity.js';

@Resolver(() => ContactRefusal)
export class ConsentGateResolver {
  @Query(() => [ContactAnswerType], {
    nullable: true,
    description:
      'Whether a customer may be reached, for every purpose by every way, now or at an earlier moment. Null when there is no such customer, or none you may see.',
  })
  @Requires('consent.read')
  async contactAnswers(@Args() { customerId, at }: ContactAnswersArgs, @Ctx() ctx: Context): Promise<ContactAnswer[] | null> {
    const customer = await load(ctx, customerById, customerId);
    return customer && answersFor(ctx, customer.id, at ?? new Date());
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who tried. Null when you may not know, or when the product did.' })
  @Through(userById, 'actorId')
  actor(): void {}
}

@Resolver(() => Customer)
export class CustomerRefusalsResolver {
  @FieldResolver(() => [ContactRefusal], {
    nullable: true,
    description: 'When the product kept us from reaching them, the latest first, 20 at most.',
  })
  @Requires('consent.record')
  @Through(refusalsByCustomer)
  contactRefusals(): void {}
}
