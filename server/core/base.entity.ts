import { Field, ID, InterfaceType } from 'type-graphql';
import { PrimaryColumn } from 'typeorm';

/** What every object has. PostgreSQL makes the id, so rows sort by age and no statement waits for a round trip. */
@InterfaceType({ description: 'Anything with an identifier of its own.' })
export abstract class Node {
  @Field(() => ID, { description: 'A UUIDv7: unique everywhere, and in the order of creation.' })
  @PrimaryColumn('uuid', { type: 'uuid', default: () => 'uuidv7()' })
  id: string;
}
