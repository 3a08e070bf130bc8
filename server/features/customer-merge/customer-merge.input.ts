import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { ConsentChannel, ConsentPurpose, ConsentStatus } from '../consent/consent.entity.js';
import { Customer } from '../customer/customer.entity.js';
import { CustomerDuplicate } from './customer-duplicate.entity.js';
import { CustomerMerge } from './customer-merge.entity.js';
import { MergeSide } from './merge-field.rules.js';

registerEnumType(MergeSide, {
  name: 'MergeSide',
  description: 'One of two customers that are merged, or were.',
  valuesConfig: {
    SURVIVOR: { description: 'The one that stays.' },
    OTHER: { description: 'The one that is merged into it.' },
    BOTH: { description: 'Both: of tags and internal notes.' },
  },
});

export enum CustomerDuplicateDecision {
  REFUSE = 'REFUSE',
  UNDO = 'UNDO',
}
registerEnumType(CustomerDuplicateDecision, {
  name: 'CustomerDuplicateDecision',
  description: 'What somebody decides about two customers. That they are one is said by `mergeCustomers`.',
  valuesConfig: {
    REFUSE: { description: 'They are two: the pair is never proposed again.' },
    UNDO: { description: 'Takes a refusal back: the pair is proposed again.' },
  },
});

@InputType({ description: 'Which pair, and what becomes of it.' })
export class ReviewCustomerDuplicateInput {
  @Field(() => ID, { description: 'The pair’s.' }) id: string;
  @Field(() => CustomerDuplicateDecision, { description: 'What is decided.' }) decision: CustomerDuplicateDecision;
}

@ObjectType({ description: 'The answer to `reviewCustomerDuplicate`.' })
export class ReviewCustomerDuplicatePayload extends Payload {
  @Field(() => CustomerDuplicate, { nullable: true, description: 'The pair as it is now.' }) duplicate?: CustomerDuplicate;
}

@ObjectType({ description: 'The answer to `findCustomerDuplicates`.' })
export class FindCustomerDuplicatesPayload extends Payload {
  @Field({ nullable: true, description: 'The search begins when its turn comes.' }) asked?: boolean;
}

@ObjectType({ description: 'What two records say in one field, and which of it would stay.' })
export class MergeFieldPreview {
  @Field({ description: 'Such as email, or customFields.floor_area.' }) field: string;
  @Field(() => String, { nullable: true, description: 'A custom field’s name in your language. Null for the others.' })
  label: string | null;
  @Field(() => String, { nullable: true, description: 'What the survivor’s record says. Null: nothing.' }) survivor:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'What the other record says. Null: nothing.' }) other: string | null;
  @Field({ description: 'They say the same.' }) same: boolean;
  @Field({ description: 'Both can stay.' }) mayKeepBoth: boolean;
  @Field(() => MergeSide, { description: 'Which stays unless you choose.' }) keep: MergeSide;
}

@ObjectType({ description: 'How much of a kind there is.' })
export class MergeCount {
  @Field({ description: 'Stable, for programs: the kind, such as invoice.' }) kind: string;
  @Field({ description: 'The kind in your language.' }) label: string;
  @Field(() => Int, { description: 'How many.' }) count: number;
}

@ObjectType({ description: 'What two customers said of one purpose and channel, and what holds after the merge.' })
export class MergeConsentPreview {
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field(() => ConsentChannel, { description: 'By which way.' }) channel: ConsentChannel;
  @Field(() => ConsentStatus, { description: 'What the survivor said.' }) survivor: ConsentStatus;
  @Field(() => ConsentStatus, { description: 'What the other said.' }) other: ConsentStatus;
  @Field(() => ConsentStatus, { description: 'What holds then: the strictest of both.' }) result: ConsentStatus;
}

@ObjectType({ description: 'What merging two customers would do.' })
export class CustomerMergePreview {
  @Field(() => Customer, { description: 'The one that would stay.' }) survivor: Customer;
  @Field(() => Customer, { description: 'The one that would be merged into it.' }) other: Customer;
  @Field(() => [MergeFieldPreview], { description: 'The fields you may read of which one of them at least says something.' })
  fields: MergeFieldPreview[];
  @Field(() => [MergeCount], { description: 'What would move to the survivor. Kinds of which there is none are left out.' })
  moves: MergeCount[];
  @Field(() => [MergeConsentPreview], { description: 'The consents that one of them spoke of.' }) consents: MergeConsentPreview[];
}

@InputType({ description: 'Which value of a field stays.' })
export class MergeFieldChoice {
  @Field({ description: 'The field, as the preview names it.' }) field: string;
  @Field(() => MergeSide, { description: 'Whose value.' }) keep: MergeSide;
}

@InputType({ description: 'Who is merged into whom, as the preview showed them.' })
export class MergeCustomersInput {
  @Field(() => ID, { description: 'The customer who stays.' }) survivorId: string;
  @Field(() => ID, { description: 'The customer who is merged into them.' }) otherId: string;
  @Field(() => Int, { description: 'The survivor’s version, as you saw it.' }) survivorVersion: number;
  @Field(() => Int, { description: 'The other’s version, as you saw it.' }) otherVersion: number;
  @Field(() => [MergeFieldChoice], {
    defaultValue: [],
    description: 'Where something else is to stay than the preview says.',
  })
  choices: MergeFieldChoice[];
}

@ObjectType({ description: 'The answer to `mergeCustomers`.' })
export class MergeCustomersPayload extends Payload {
  @Field(() => Customer, { nullable: true, description: 'The survivor.' }) customer?: Customer;
  @Field(() => CustomerMerge, { nullable: true, description: 'The merge, by which they can be parted again.' })
  merge?: CustomerMerge;
}

@ObjectType({ description: 'Something that came to a customer after a merge.' })
export class MergeAddition {
  @Field(() => ID, { description: 'Its identifier.' }) id: string;
  @Field({ description: 'Stable, for programs: its kind, such as invoice.' }) kind: string;
  @Field({ description: 'The kind in your language.' }) label: string;
  @Field({ description: 'What it is called.' }) title: string;
  @Field(() => MergeSide, {
    description: 'To whom it goes unless you say otherwise: to the survivor, or with what it hangs on, such as its project.',
  })
  owner: MergeSide;
}

@InputType({ description: 'To whom something that came after the merge goes.' })
export class MergeAdditionChoice {
  @Field(() => ID, { description: 'Its identifier.' }) id: string;
  @Field(() => MergeSide, { description: 'SURVIVOR or OTHER.' }) owner: MergeSide;
}

@InputType({ description: 'Which merge is taken back.' })
export class SplitCustomerInput {
  @Field(() => ID, { description: 'The merge’s.' }) id: string;
  @Field(() => [MergeAdditionChoice], { defaultValue: [], description: 'What goes elsewhere than `additions` says.' })
  additions: MergeAdditionChoice[];
}

@ObjectType({ description: 'The answer to `splitCustomer`.' })
export class SplitCustomerPayload extends Payload {
  @Field(() => CustomerMerge, { nullable: true, description: 'The merge as it is now.' }) merge?: CustomerMerge;
  @Field(() => Customer, { nullable: true, description: 'The survivor.' }) survivor?: Customer;
  @Field(() => Customer, { nullable: true, description: 'The one who is back, under the same identifier.' }) other?: Customer;
  @Field(() => [String], {
    nullable: true,
    description: 'Fields of the survivor that somebody changed since the merge: they stay as they are.',
  })
  leftFields?: string[];
}
