import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The last seal over audit entries.' })
class SealStatus {
  @Field(() => Float, { description: 'Which one it is, counted from 1.' }) number: number;
  @Field(() => Date, { description: 'When it was made.' }) at: Date;
  @Field(() => Int, { description: 'Entries under it.' }) entries: number;
  @Field({ description: 'Its SHA-256 in hexadecimal: the head of the chain, as it is also kept outside the database.' })
  hash: string;
}

@ObjectType({ description: 'What was found when entries were last compared with their seals.' })
class VerificationStatus {
  @Field(() => Date, { description: 'When.' }) at: Date;
  @Field(() => Boolean, { description: 'All was as it had been sealed.' }) ok: boolean;
  @Field(() => Int, { description: 'What was not: `npm run audit:verify` names each.' }) findings: number;
}

/** Not an entity: it is what seals and verifications say together. */
@ObjectType({ description: 'Whether the audit trail is whole.' })
export class AuditStatus {
  @Field(() => Int, { description: 'Entries to be sealed; they are within a minute.' }) unsealed: number;
  @Field(() => SealStatus, { nullable: true, description: 'The last seal. Null before the first.' }) lastSeal: SealStatus | null;
  @Field(() => VerificationStatus, { nullable: true, description: 'The last verification. Null before the first.' })
  lastVerification: VerificationStatus | null;
}
