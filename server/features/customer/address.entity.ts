import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { LocationPrecision } from '../geography/commune.entity.js';

export enum AddressKind {
  BILLING = 'BILLING',
  DELIVERY = 'DELIVERY',
  SITE = 'SITE',
}
registerEnumType(AddressKind, {
  name: 'AddressKind',
  description: 'What an address is for.',
  valuesConfig: {
    BILLING: { description: 'Invoices.' },
    DELIVERY: { description: 'Deliveries.' },
    SITE: { description: 'Where the work is done.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A postal address of a customer.' })
export class Address extends Node {
  @Field(() => AddressKind, { description: 'What it is for.' })
  @Column({ type: 'text' })
  kind: AddressKind;

  @Field({ description: 'Number and street.' })
  @Column({ type: 'text' })
  street: string;

  @Field(() => String, { nullable: true, description: 'Building, floor, hamlet. Null when there is none.' })
  @Column({ type: 'text', nullable: true })
  complement: string | null;

  @Field({ description: 'Postal code, as text: 01000 keeps its zero.' })
  @Column({ type: 'text' })
  postalCode: string;

  @Field({ description: 'City or commune.' })
  @Column({ type: 'text' })
  city: string;

  @Field({ description: 'ISO 3166-1 alpha-2, such as FR.' })
  @Column({ type: 'text', default: 'FR' })
  country: string;

  @Field(() => Float, { nullable: true, description: 'Degrees north, WGS 84. Null while not located.' })
  @Column({ type: 'double precision', nullable: true })
  latitude: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east, WGS 84. Null while not located.' })
  @Column({ type: 'double precision', nullable: true })
  longitude: number | null;

  @Field(() => LocationPrecision, { nullable: true, description: 'How near that position is. Null while not located.' })
  @Column({ type: 'text', nullable: true })
  precision: LocationPrecision | null;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'uuid' })
  customerId: string;
}
