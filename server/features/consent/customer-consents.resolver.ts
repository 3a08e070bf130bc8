import { FieldResolver, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { Consent } from './consent.entity.js';
import { consentsByCustomer } from './consent.relations.js';

@Resolver(() => Customer)
export class CustomerConsentsResolver {
  @FieldResolver(() => [Consent], {
    nullable: true,
    description: 'What they agree to: every purpose by every channel, also those they never spoke of.',
  })
  @Requires('consent.read')
  @Through(consentsByCustomer)
  consents(): void {}
}
