import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Vehicle } from './vehicle.entity.js';

const FIRST_YEAR = 1885;
const MOST_KM = 9_999_999;

@InputType({ description: 'What is known of a vehicle. Absent leaves it as it is; null empties it.' })
export abstract class VehicleFields {
  @Field(() => String, { nullable: true, description: 'Its plate; in France AA-123-AA or 1234 AB 29.' })
  @Text({ max: 30 })
  plate?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The country of the plate, ISO 3166-1 alpha-2; FR when it is new and none is given.',
  })
  @Text({ max: 10 })
  country?: string | null;
  @Field(() => String, { nullable: true, description: 'VIN; blanks are fine. 17 signs, fewer before 1981.' })
  @Text({ max: 40 })
  vin?: string | null;
  @Field(() => String, { nullable: true, description: 'Who made it.' }) @Text({ max: 60 }) brand?: string | null;
  @Field(() => String, { nullable: true, description: 'The model.' }) @Text({ max: 100 }) model?: string | null;
  @Field(() => Int, { nullable: true, description: 'The year it was first registered, from 1885 to next year.' })
  @Between(FIRST_YEAR, new Date().getFullYear() + 1)
  year?: number | null;
  @Field(() => Int, { nullable: true, description: 'Kilometres, from 0 to 9,999,999.' }) @Between(0, MOST_KM) mileageKm?:
    | number
    | null;
}

@InputType({ description: 'A new vehicle of a customer.' })
export class CreateVehicleInput extends VehicleFields {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => String, { description: 'Its plate; in France AA-123-AA or 1234 AB 29.' }) declare plate: string;
  @Field(() => String, { description: 'Who made it.' }) declare brand: string;
}

@InputType({ description: 'A change to a vehicle.' })
export class UpdateVehicleInput extends VehicleFields {
  @Field(() => ID, { description: 'The vehicle’s.' }) id: string;
}

@InputType({ description: 'Which vehicle to delete.' })
export class DeleteVehicleInput {
  @Field(() => ID, { description: 'The vehicle’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `createVehicle`.' })
export class CreateVehiclePayload extends Payload {
  @Field(() => Vehicle, { nullable: true, description: 'The new one.' }) vehicle?: Vehicle;
}

@ObjectType({ description: 'The answer to `updateVehicle`.' })
export class UpdateVehiclePayload extends Payload {
  @Field(() => Vehicle, { nullable: true, description: 'As it is now.' }) vehicle?: Vehicle;
}

@ObjectType({ description: 'The answer to `deleteVehicle`.' })
export class DeleteVehiclePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
