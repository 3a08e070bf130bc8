import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Address, AddressKind } from './address.entity.js';

@InputType({ description: 'What is known of an address. Absent leaves it as it is; null empties it.' })
export abstract class AddressFields {
  @Field(() => AddressKind, { nullable: true, description: 'What it is for.' }) kind?: AddressKind | null;
  @Field(() => String, { nullable: true, description: 'Number and street.' }) @Text({ max: 200 }) street?: string | null;
  @Field(() => String, { nullable: true, description: 'Building, floor, hamlet.' }) @Text({ max: 200 }) complement?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Postal code; in France five digits.' }) @Text({ max: 20 }) postalCode?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'City or commune.' }) @Text({ max: 100 }) city?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; FR when it is new and none is given.' })
  @Text({ max: 10 })
  country?: string | null;
}

@InputType({ description: 'A new address of a customer.' })
export class AddAddressInput extends AddressFields {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => AddressKind, { description: 'What it is for.' }) declare kind: AddressKind;
  @Field(() => String, { description: 'Number and street.' }) declare street: string;
  @Field(() => String, { description: 'Postal code; in France five digits.' }) declare postalCode: string;
  @Field(() => String, { description: 'City or commune.' }) declare city: string;
}

@InputType({ description: 'A change to an address.' })
export class UpdateAddressInput extends AddressFields {
  @Field(() => ID, { description: 'The address’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
}

@InputType({ description: 'Which address to delete.' })
export class DeleteAddressInput {
  @Field(() => ID, { description: 'The address’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `addAddress`.' })
export class AddAddressPayload extends Payload {
  @Field(() => Address, { nullable: true, description: 'The new one.' }) address?: Address;
}

@ObjectType({ description: 'The answer to `updateAddress`.' })
export class UpdateAddressPayload extends Payload {
  @Field(() => Address, { nullable: true, description: 'As it is now.' }) address?: Address;
}

@ObjectType({ description: 'The answer to `deleteAddress`.' })
export class DeleteAddressPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
