import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { CustomerValidation, SiretCheck } from './customer-validation.entity.js';
import { ValidateCustomerInput } from './customer-validation.input.js';
import { checkSiret, validateCustomer } from './customer-validation.service.js';

@Resolver()
export class CustomerValidationResolver {
  @Query(() => SiretCheck, { description: 'What a SIRET says, or what is wrong with it.' })
  @Requires('customer.create')
  validateSiret(
    @Arg('siret', { description: 'As it was typed; blanks are fine.' }) siret: string,
    @Ctx() ctx: Context,
  ): SiretCheck {
    return checkSiret(siret, ctx.locale);
  }

  @Query(() => CustomerValidation, {
    description: 'What `createCustomer` or `updateCustomer` would refuse, while somebody types. Nothing is changed.',
  })
  @Requires('customer.create')
  @Limited('customer-check')
  validateCustomer(
    @Arg('input', { description: 'The words so far.' }) input: ValidateCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<CustomerValidation> {
    return validateCustomer(ctx, input);
  }
}
