import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Contact } from './contact.entity.js';
import {
  AddContactInput,
  AddContactPayload,
  DeleteContactInput,
  DeleteContactPayload,
  UpdateContactInput,
  UpdateContactPayload,
} from './contact.input.js';
import { addContact, deleteContact, updateContact } from './contact.service.js';

@Resolver(() => Contact)
export class ContactResolver {
  @Mutation(() => AddContactPayload, { description: 'Adds a contact to a customer.' })
  @Requires('customer.update')
  async addContact(
    @Arg('input', { description: 'Whose, and what is known of it.' }) { customerId, ...fields }: AddContactInput,
    @Ctx() ctx: Context,
  ): Promise<AddContactPayload> {
    return { contact: await addContact(ctx, customerId, fields) };
  }

  @Mutation(() => UpdateContactPayload, { description: 'Changes what is known of a contact.' })
  @Requires('customer.update')
  async updateContact(
    @Arg('input', { description: 'What to change.' }) { id, version, ...fields }: UpdateContactInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateContactPayload> {
    return { contact: await updateContact(ctx, id, version, fields) };
  }

  @Mutation(() => DeleteContactPayload, {
    description: 'Deletes a contact of a customer. What it held stays in the audit trail.',
  })
  @Requires('customer.update')
  async deleteContact(
    @Arg('input', { description: 'Which.' }) { id }: DeleteContactInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteContactPayload> {
    return { deletedId: await deleteContact(ctx, id) };
  }
}
