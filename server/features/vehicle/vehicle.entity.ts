import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum VinCheck {
  PASSED = 'PASSED',
  FAILED = 'FAILED',
  NOT_CARRIED = 'NOT_CARRIED',
}
registerEnumType(VinCheck, {
  name: 'VinCheck',
  description: 'What the check digit of a VIN, its ninth sign, says (ISO 3779, 49 CFR 565).',
  valuesConfig: {
    PASSED: { description: 'It fits.' },
    FAILED: { description: 'It doesn’t, where makers must carry one (North America, China): probably mistyped.' },
    NOT_CARRIED: { description: 'It doesn’t, where makers need not carry one, such as in Europe: nothing is said by it.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A vehicle of a customer.' })
export class Vehicle extends Node {
  @Field({
    description: 'Its plate, as France writes it: AA-123-AA (SIV) or 1234 AB 29 (FNI). Elsewhere as it was typed, upper case.',
  })
  @Column({ type: 'text' })
  plate: string;

  @Field({ description: 'The country of the plate, ISO 3166-1 alpha-2, such as FR.' })
  @Column({ type: 'text', default: 'FR' })
  country: string;

  @Field(() => String, { nullable: true, description: 'Vehicle identification number: 17 signs since 1981. Null when unknown.' })
  @Column({ type: 'text', nullable: true })
  vin: string | null;

  @Field(() => VinCheck, { nullable: true, description: 'What the VIN’s check digit says. Null without a VIN of 17 signs.' })
  @Column({ type: 'text', nullable: true })
  vinCheck: VinCheck | null;

  @Field({ description: 'Who made it, such as Renault Trucks.' })
  @Column({ type: 'text' })
  brand: string;

  @Field(() => String, { nullable: true, description: 'The model. Null when unknown.' })
  @Column({ type: 'text', nullable: true })
  model: string | null;

  @Field(() => Int, { nullable: true, description: 'The year it was first registered. Null when unknown.' })
  @Column({ type: 'integer', nullable: true })
  year: number | null;

  @Field(() => Int, { nullable: true, description: 'Kilometres at the last reading. Null when unknown.' })
  @Column({ type: 'integer', nullable: true })
  mileageKm: number | null;

  @Field({ description: 'When the record was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'uuid' })
  customerId: string;
}
