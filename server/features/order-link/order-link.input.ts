import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { OrderLink, OrderLinkMethod } from './order-link.entity.js';
import { OrderLinkRun } from './order-link-run.entity.js';

@ObjectType({ description: 'One line of what speaks for or against an order being a customer’s.' })
export class OrderLinkEvidence {
  @Field({ description: 'What was compared: email, phone, name, address, area, birthDate or legalId.' }) field: string;
  @Field({ description: 'How they compare, such as SAME, NEAR, PART or OTHER.' }) level: string;
  @Field(() => Float, {
    description: 'How much that says, in bits: each doubles the odds that they are one, and each below zero halves them.',
  })
  bits: number;
  @Field({ description: 'The same in your language.' }) text: string;
}

@ObjectType({ description: 'An order whose customer a run changed, or would.' })
export class OrderLinkChange {
  @Field({ description: 'The order’s number.' }) number: string;
  @Field(() => String, { nullable: true, description: 'Whose it is then. Null: nobody’s.' }) customer: string | null;
  @Field(() => String, { nullable: true, description: 'Whose it was. Null: nobody’s.' }) before: string | null;
  @Field(() => OrderLinkMethod, { nullable: true, description: 'By what. Null where it is nobody’s then.' })
  method: OrderLinkMethod | null;
  @Field(() => Float, { description: 'How likely it is, from 0 to 1.' }) probability: number;
}

@ObjectType({ description: 'What agreeing, or not, in a field says in a run: learnt from the data, within what is usual.' })
export class OrderLinkWeight {
  @Field({ description: 'What is compared.' }) field: string;
  @Field({ description: 'How it compares.' }) level: string;
  @Field(() => Float, {
    description: 'In which part of the pairs that are one this is so, from 0 to 1 (m of Fellegi and Sunter).',
  })
  agreement: number;
  @Field({ description: 'The same in your language.' }) text: string;
}

@InputType({ description: 'Which orders to look at, and what to do.' })
export class LinkOrdersInput {
  @Field({ defaultValue: false, description: 'Only say what would change.' }) dryRun: boolean;
  @Field({
    defaultValue: false,
    description:
      'Also look again at orders that a run linked; never at those somebody decided, nor at those whose file named their customer.',
  })
  force: boolean;
  @Field(() => Float, {
    nullable: true,
    description: 'From this probability on several agreements link by themselves, from 0.9 to 1; 0.99 unless said.',
  })
  bar?: number | null;
}

@ObjectType({ description: 'The answer to `linkOrders`.' })
export class LinkOrdersPayload extends Payload {
  @Field(() => OrderLinkRun, { nullable: true, description: 'The run, which begins when its turn comes.' }) run?: OrderLinkRun;
}

export enum OrderLinkDecision {
  ACCEPT = 'ACCEPT',
  REFUSE = 'REFUSE',
  UNDO = 'UNDO',
}
registerEnumType(OrderLinkDecision, {
  name: 'OrderLinkDecision',
  description: 'What somebody decides about an order and a customer.',
  valuesConfig: {
    ACCEPT: { description: 'The order is theirs.' },
    REFUSE: { description: 'It is not: the pair is never proposed again, and where it was linked it is not any more.' },
    UNDO: { description: 'Takes a link or a refusal back: the pair is proposed again, and no run decides it.' },
  },
});

@InputType({ description: 'Which pair, and what becomes of it.' })
export class ReviewOrderLinkInput {
  @Field(() => ID, { description: 'The link’s.' }) id: string;
  @Field(() => OrderLinkDecision, { description: 'What is decided.' }) decision: OrderLinkDecision;
}

@ObjectType({ description: 'The answer to `reviewOrderLink`.' })
export class ReviewOrderLinkPayload extends Payload {
  @Field(() => OrderLink, { nullable: true, description: 'The pair as it is now.' }) orderLink?: OrderLink;
}

@InputType({ description: 'Which proposals to accept at once.' })
export class AcceptOrderLinksInput {
  @Field(() => Float, { description: 'At least so likely, from 0.5 to 1.' }) minProbability: number;
  @Field(() => ID, { nullable: true, description: 'Only those of this run.' }) runId?: string | null;
  @Field({ defaultValue: false, description: 'Only say how many.' }) dryRun: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'How many the preview said: where it is another number by now, nothing is accepted.',
  })
  expected?: number | null;
}

@ObjectType({ description: 'The answer to `acceptOrderLinks`.' })
export class AcceptOrderLinksPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many it holds for: one an order, without contradiction, the only one of its order above the score.',
  })
  matching?: number;
  @Field(() => [OrderLink], { nullable: true, description: 'Those accepted now, 500 at most.' }) orderLinks?: OrderLink[];
}

@InputType({ description: 'Which run.' })
export class UndoOrderLinkRunInput {
  @Field(() => ID, { description: 'The run’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `undoOrderLinkRun`.' })
export class UndoOrderLinkRunPayload extends Payload {
  @Field(() => OrderLinkRun, { nullable: true, description: 'The run as it is now.' }) run?: OrderLinkRun;
}
