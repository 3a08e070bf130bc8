import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { LocationPrecision } from '../geography/commune.entity.js';
import { Address } from './address.entity.js';
import {
  AddAddressInput,
  AddAddressPayload,
  DeleteAddressInput,
  DeleteAddressPayload,
  UpdateAddressInput,
  UpdateAddressPayload,
} from './address.input.js';
import { locateAddressJob } from './address.jobs.js';
import { addAddress, deleteAddress, updateAddress } from './address.service.js';

/** To the street, where there is a service to ask. Nobody waits for it. */
async function locatedLater(ctx: Context, address: Address): Promise<Address> {
  if (ctx.services.geocoder && address.precision !== LocationPrecision.ADDRESS)
    await enqueue(ctx, locateAddressJob, { addressId: address.id }, { key: `locate:${address.id}` });
  return address;
}

@Resolver(() => Address)
export class AddressResolver {
  @Mutation(() => AddAddressPayload, { description: 'Adds an address to a customer.' })
  @Requires('customer.update')
  async addAddress(
    @Arg('input', { description: 'Whose, and what is known of it.' }) { customerId, ...fields }: AddAddressInput,
    @Ctx() ctx: Context,
  ): Promise<AddAddressPayload> {
    return { address: await locatedLater(ctx, await addAddress(ctx, customerId, fields)) };
  }

  @Mutation(() => UpdateAddressPayload, { description: 'Changes what is known of an address.' })
  @Requires('customer.update')
  async updateAddress(
    @Arg('input', { description: 'What to change.' }) { id, version, ...fields }: UpdateAddressInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateAddressPayload> {
    return { address: await locatedLater(ctx, await updateAddress(ctx, id, version, fields)) };
  }

  @Mutation(() => DeleteAddressPayload, { description: 'Deletes an address of a customer. Issued invoices keep theirs.' })
  @Requires('customer.update')
  async deleteAddress(
    @Arg('input', { description: 'Which.' }) { id }: DeleteAddressInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteAddressPayload> {
    return { deletedId: await deleteAddress(ctx, id) };
  }
}
