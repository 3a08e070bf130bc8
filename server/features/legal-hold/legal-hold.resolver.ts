import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { LegalHold } from './legal-hold.entity.js';
import { LegalHoldPayload, LiftLegalHoldInput, PlaceLegalHoldInput } from './legal-hold.input.js';
import { legalHoldPolicy } from './legal-hold.policy.js';
import { legalHoldsByCustomer } from './legal-hold.relations.js';
import { liftLegalHold, placeLegalHold } from './legal-hold.service.js';

const LegalHoldAbilities = Abilities(LegalHold, legalHoldPolicy);

@Resolver(() => LegalHold)
export class LegalHoldResolver {
  @Mutation(() => LegalHoldPayload, {
    description: 'Keeps all there is of a customer until it is lifted: nothing of it is erased.',
  })
  @Requires('legalHold.manage')
  async placeLegalHold(
    @Arg('input', { description: 'Whose, and why.' }) input: PlaceLegalHoldInput,
    @Ctx() ctx: Context,
  ): Promise<LegalHoldPayload> {
    return { legalHold: await placeLegalHold(ctx, input) };
  }

  @Mutation(() => LegalHoldPayload, { description: 'Lifts a hold.' })
  @Requires('legalHold.manage')
  async liftLegalHold(
    @Arg('input', { description: 'Which.' }) { id }: LiftLegalHoldInput,
    @Ctx() ctx: Context,
  ): Promise<LegalHoldPayload> {
    return { legalHold: await liftLegalHold(ctx, id) };
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who placed it.' })
  @Through(userById, 'placedById')
  placedBy(): void {}

  @FieldResolver(() => LegalHoldAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() hold: LegalHold, @Ctx() ctx: Context) {
    return abilities(ctx, hold);
  }
}

@Resolver(() => Customer)
export class CustomerLegalHoldsResolver {
  @FieldResolver(() => [LegalHold], { nullable: true, description: 'Holds on what is kept of them, the latest first.' })
  @Requires('legalHold.manage')
  @Through(legalHoldsByCustomer)
  legalHolds(): void {}
}
