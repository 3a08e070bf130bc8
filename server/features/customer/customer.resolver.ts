import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Watched } from '../../core/watched.js';
import { outsiders } from '../audit/audit.scope.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Address } from './address.entity.js';
import { Contact } from './contact.entity.js';
import { Customer } from './customer.entity.js';
import {
  CreateCustomerInput,
  CreateCustomerPayload,
  SetCustomerStatusInput,
  SetCustomerStatusPayload,
  SetCustomersStatusInput,
  SetCustomersStatusPayload,
  TagCustomersInput,
  TagCustomersPayload,
  UpdateCustomerInput,
  UpdateCustomerPayload,
} from './customer.input.js';
import { CustomerConnection, CustomerPage } from './customer.page.js';
import { customerPolicy } from './customer.policy.js';
import {
  addressesByCustomer,
  contactsByCustomer,
  customerByAnyId,
  customerFigures,
  customers,
  customersFound,
  customerTagsInUse,
} from './customer.relations.js';
import { createCustomer, setCustomerStatus, updateCustomer } from './customer.service.js';
import { setCustomersStatus, tagCustomers } from './customer-bulk.service.js';
import { DuplicateCustomerInput, DuplicateCustomerPayload } from './duplicate.input.js';
import { duplicateCustomer } from './duplicate.service.js';

const CustomerAbilities = Abilities(Customer, customerPolicy);

@ObjectType({ description: 'Figures over the customers you see. Days begin at midnight in Paris.' })
class CustomerStats {
  @Field(() => Int, { description: 'All of them.' }) total: number;
  @Field(() => Int, { description: 'With status ACTIVE.' }) active: number;
  @Field(() => Int, { description: 'With status INACTIVE.' }) inactive: number;
  @Field(() => Int, { description: 'Made since midnight.' }) newToday: number;
  @Field(() => Int, { description: 'Made in the last 7 × 24 hours.' }) newLast7Days: number;
}

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => Customer, {
    nullable: true,
    description:
      'One customer. Null when there is none, or none you may see. Of one who was merged into another, the other: its id is another one then.',
  })
  @Requires('customer.read')
  @Watched('customer.read', outsiders)
  @Through(customerByAnyId)
  customer(@Arg('id', () => ID, { description: 'The customer’s.' }) _id: string): void {}

  @Query(() => CustomerConnection, { description: 'The customers you see.' })
  @Requires('customer.read')
  @Through(customers)
  customers(@Args() _page: CustomerPage): void {}

  @Query(() => [Customer], { description: 'The customers that match best, the best first: for a search box.' })
  @Requires('customer.read')
  @Through(customersFound)
  searchCustomers(
    @Arg('search', { description: 'Words of the name, reference, e-mail, phone or address, or a plate.' }) _search: string,
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, 100 at most.' }) _first: number,
  ): void {}

  @Query(() => CustomerStats, { description: 'Figures over the customers you see.' })
  @Requires('customer.read')
  @Through(customerFigures)
  customerStats(): void {}

  @Query(() => [String], {
    description: 'The words that customers you see are tagged with, the most frequent first; 100 at most.',
  })
  @Requires('customer.tags')
  @Through(customerTagsInUse)
  customerTags(): void {}

  @Mutation(() => CreateCustomerPayload, {
    description: 'Makes a customer and gives it the next reference. A reseller’s new customer is theirs.',
  })
  @Requires('customer.create')
  async createCustomer(
    @Arg('input', { description: 'What is known of them.' }) input: CreateCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<CreateCustomerPayload> {
    return { customer: await createCustomer(ctx, input) };
  }

  @Mutation(() => UpdateCustomerPayload, { description: 'Changes what is known of a customer.' })
  @Requires('customer.update')
  async updateCustomer(
    @Arg('input', { description: 'What to change.' }) { id, version, ...fields }: UpdateCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateCustomerPayload> {
    return { customer: await updateCustomer(ctx, id, version, fields) };
  }

  @Mutation(() => SetCustomerStatusPayload, { description: 'Activates or deactivates a customer.' })
  @Requires('customer.changeStatus')
  async setCustomerStatus(
    @Arg('input', { description: 'Which, and what.' }) { id, status }: SetCustomerStatusInput,
    @Ctx() ctx: Context,
  ): Promise<SetCustomerStatusPayload> {
    return { customer: await setCustomerStatus(ctx, id, status) };
  }

  @Mutation(() => SetCustomersStatusPayload, { description: 'Activates or deactivates several customers: all of them or none.' })
  @Requires('customer.changeStatus')
  async setCustomersStatus(
    @Arg('input', { description: 'Which, and what.' }) { status, ...chosen }: SetCustomersStatusInput,
    @Ctx() ctx: Context,
  ): Promise<SetCustomersStatusPayload> {
    return setCustomersStatus(ctx, chosen, status);
  }

  @Mutation(() => TagCustomersPayload, { description: 'Gives several customers our words for them, or takes words away.' })
  @Requires('customer.tags')
  tagCustomers(
    @Arg('input', { description: 'Which, and what.' }) input: TagCustomersInput,
    @Ctx() ctx: Context,
  ): Promise<TagCustomersPayload> {
    return tagCustomers(ctx, input);
  }

  @Mutation(() => DuplicateCustomerPayload, {
    description: 'Copies what was chosen of a customer into a new one with a reference of its own. Consents are never copied.',
  })
  @Requires('customer.duplicate')
  async duplicateCustomer(
    @Arg('input', { description: 'Which, and what of it.' }) input: DuplicateCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<DuplicateCustomerPayload> {
    return { customer: await duplicateCustomer(ctx, input) };
  }

  @FieldResolver(() => [Contact], { description: 'The people to talk to, the main one first.' })
  @Through(contactsByCustomer)
  contacts(): void {}

  @FieldResolver(() => [Address], { description: 'Where they are.' })
  @Through(addressesByCustomer)
  addresses(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who looks after them. Null when nobody does.' })
  @Through(userById, 'managerId')
  manager(): void {}

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who sells to them. Null when we do, or when it is not yours to know.',
  })
  @Through(userById, 'resellerId')
  reseller(): void {}

  @FieldResolver(() => CustomerAbilities, { description: 'What you may do with them.' })
  viewerCan(@Root() customer: Customer, @Ctx() ctx: Context) {
    return abilities(ctx, customer);
  }
}
