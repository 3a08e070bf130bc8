import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

export enum LocationPrecision {
  ADDRESS = 'ADDRESS',
  EXACT = 'EXACT',
  POSTCODE = 'POSTCODE',
  ARRONDISSEMENT = 'ARRONDISSEMENT',
}
registerEnumType(LocationPrecision, {
  name: 'LocationPrecision',
  description: 'How near a position is to what it stands for, the nearest first.',
  valuesConfig: {
    ADDRESS: { description: 'The house number or street, as the national address service knows it.' },
    EXACT: { description: 'The commune, or the municipal arrondissement in Paris, Lyon and Marseille.' },
    POSTCODE: { description: 'The middle of communes that share the postal code: some kilometres off.' },
    ARRONDISSEMENT: { description: 'The middle of the arrondissement around the commune: up to some 30 km off.' },
  },
});

@ObjectType({ description: 'A commune of France, overseas included, as the INSEE and La Poste list them this year.' })
export class Commune {
  @Field({ description: 'INSEE code, such as 29019. Not a postal code.' }) code: string;
  @Field({ description: 'Its name, such as Brest.' }) name: string;
  @Field(() => [String], { description: 'Its postal codes.' }) postalCodes: string[];
  @Field(() => Float, { nullable: true, description: 'Degrees north, WGS 84. Null for the few not located.' }) latitude:
    | number
    | null;
  @Field(() => Float, { nullable: true, description: 'Degrees east, WGS 84. Null for the few not located.' }) longitude:
    | number
    | null;
  @Field(() => LocationPrecision, { nullable: true, description: 'How near. Null where it is not located.' })
  precision: LocationPrecision | null;
  @Field(() => [String], { description: 'Communes that became part of it and live on in addresses.' }) formerNames: string[];
}
