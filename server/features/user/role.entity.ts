import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** How far a role reaches over rows; the policies decide by it. */
export enum Reach {
  CLIENT = 'client',
  PRESTATAIRE = 'prestataire',
  REVENDEUR = 'revendeur',
  STAFF = 'staff',
}
registerEnumType(Reach, {
  name: 'Reach',
  description: 'How far a role reaches over rows, whatever its permissions.',
  valuesConfig: {
    CLIENT: { description: 'The customers they are a member of, and what is shared with the client.' },
    PRESTATAIRE: { description: 'Missions assigned to them or open, and the projects of those; none of the customer’s money.' },
    REVENDEUR: { description: 'Customers and sales of their own.' },
    STAFF: { description: 'Every row their permissions name.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A set of permissions that people are given.' })
export class Role extends Node {
  @Field({
    description: 'Stable, for programs: client, prestataire, revendeur, staff, manager, admin, superadmin, or one of your own.',
  })
  @Column({ type: 'text' })
  key: string;

  @Field({ description: 'For people.' })
  @Column({ type: 'text' })
  name: string;

  @Field(() => Reach, { description: 'Which rows.' })
  @Column({ type: 'text' })
  reach: Reach;

  @Field(() => [String], { description: 'What those who have it may do, such as invoice.issue.' })
  @Column({ type: 'text', array: true })
  permissions: string[];

  @Field(() => Int, {
    description:
      'Where it stands, 1 to 100: nobody manages people or roles at or above their own. Of two roles for one portal, the higher counts.',
  })
  @Column({ type: 'integer' })
  rank: number;

  @Field({ description: 'It came with the product: it keeps its key, and stays.' })
  @Column({ type: 'boolean', default: false })
  builtIn: boolean;
}
