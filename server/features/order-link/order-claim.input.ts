import { Field, InputType, ObjectType } from 'type-graphql';
import { Email, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Order } from '../order/order.entity.js';

@InputType({ description: 'An address that orders were placed with.' })
export class RequestOrderCodeInput {
  @Field({ description: 'The e-mail address.' })
  @Email()
  email: string;
}

@ObjectType({ description: 'The answer to `requestOrderCode`: the same whether there are such orders or not.' })
export class RequestOrderCodePayload extends Payload {
  @Field({ nullable: true, description: 'A code was sent there if orders of yours wait for it.' }) asked?: boolean;
}

@InputType({ description: 'The proof that an address is yours.' })
export class ClaimOrdersInput {
  @Field({ description: 'The e-mail address.' })
  @Email()
  email: string;

  @Field({ description: 'The six digits that were mailed there.' })
  @Text({ min: 1, max: 20 })
  code: string;
}

@ObjectType({ description: 'The answer to `claimOrders`.' })
export class ClaimOrdersPayload extends Payload {
  @Field(() => [Order], { nullable: true, description: 'The orders that you see from now on, the latest 100.' }) orders?: Order[];
}
