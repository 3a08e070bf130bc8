import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum Portal {
  CLIENT = 'CLIENT',
  PRESTATAIRE = 'PRESTATAIRE',
  REVENDEUR = 'REVENDEUR',
  SUPERADMIN = 'SUPERADMIN',
}
registerEnumType(Portal, {
  name: 'Portal',
  description: 'A side from which the product is seen.',
  valuesConfig: {
    CLIENT: { description: 'For customers.' },
    PRESTATAIRE: { description: 'For service providers.' },
    REVENDEUR: { description: 'For resellers.' },
    SUPERADMIN: { description: 'For our own people.' },
  },
});

@ObjectType({ description: 'One of ours who sees the product as somebody else, read-only.' })
export class ViewerActor {
  @Field(() => ID, { description: 'The user’s identifier.' }) id: string;
  @Field({ description: 'First and last name.' }) name: string;
  @Field(() => Date, { description: 'When it ends by itself.' }) until: Date;
}

/** Not an entity: it is a person and a session and one of their roles at once. */
@ObjectType('Viewer', { description: 'Whoever asks, in the role of the portal they stand in.' })
export class ViewerType {
  @Field(() => ID, { description: 'The user’s identifier.' }) id: string;
  @Field({ description: 'First and last name.' }) name: string;
  @Field({ description: 'What they sign in with.' }) email: string;
  @Field(() => String, { nullable: true, description: 'fr or en; null follows the browser.' }) locale: string | null;
  @Field(() => [Portal], { description: 'The portals they may enter.' }) portals: Portal[];
  @Field({ description: 'The key of the role they act in.' }) roleKey: string;
  @Field(() => [String], { description: 'What they may do in that role, such as invoice.issue. For showing controls.' })
  permissions: string[];
  @Field({ description: 'You must set up a second factor in this role before you may do anything else.' })
  secondFactorDue: boolean;
  @Field(() => ViewerActor, {
    nullable: true,
    description: 'Who really looks, where one of ours sees the product as this person. Null otherwise, which is nearly always.',
  })
  actor: ViewerActor | null;

  /** Not of the person but of the request: fields below find their way from it. */
  sessionId: string;
}
