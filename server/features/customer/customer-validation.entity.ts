import { Field, Int, ObjectType } from 'type-graphql';
import { UserErrorType } from '../../core/mutation.js';

/** None of these is an entity: they say what a text means, and nothing is kept. */
@ObjectType({ description: 'What a SIRET says, or what is wrong with it. Nothing is looked up: it is the number itself.' })
export class SiretCheck {
  @Field({ description: 'It is one: 14 digits with their check, by La Poste’s own rule for its establishments.' }) valid: boolean;
  @Field(() => UserErrorType, { nullable: true, description: 'What is wrong; null when it is valid.' })
  error: UserErrorType | null;
  @Field(() => String, { nullable: true, description: 'The 14 digits without blanks.' }) siret: string | null;
  @Field(() => String, { nullable: true, description: 'The company: the first 9 digits.' }) siren: string | null;
  @Field(() => String, { nullable: true, description: 'The establishment within it: the last 5 digits.' }) nic: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Which of the company’s establishments it is, in the order they were registered. The first was often the head office.',
  })
  establishment: number | null;
  @Field(() => String, { nullable: true, description: 'The company’s French VAT number, worked out from the SIREN.' })
  vatNumber: string | null;
}

@ObjectType({ description: 'A phone number.' })
export class PhoneCheck {
  @Field({ description: 'E.164.' }) number: string;
  @Field(() => String, { nullable: true, description: 'The country or territory it is of, ISO 3166-1 alpha-2, such as RE.' })
  country: string | null;
}

@ObjectType({ description: 'What a form’s words would be kept as, and what would be refused.' })
export class CustomerValidation {
  @Field(() => [UserErrorType], { description: 'What a mutation would answer; empty when all is well.' })
  userErrors: UserErrorType[];
  @Field(() => SiretCheck, { nullable: true, description: 'Of the SIRET; null when none was given.' }) siret: SiretCheck | null;
  @Field(() => PhoneCheck, { nullable: true, description: 'Of the phone number; null when there is none to be read.' })
  phone: PhoneCheck | null;
  @Field(() => String, { nullable: true, description: 'The IBAN without blanks; null when there is none to be read.' })
  iban: string | null;
}
