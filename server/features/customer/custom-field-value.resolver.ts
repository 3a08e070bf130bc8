import { FieldResolver, Int, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Through } from '../../core/relation.js';
import { CustomField } from '../custom-field/custom-field.entity.js';
import { customFieldById, customFieldChoiceById } from '../custom-field/custom-field.relations.js';
import { CustomFieldChoice } from '../custom-field/custom-field-choice.entity.js';
import { CustomFieldValue } from './custom-field-value.entity.js';
import { customersByCustomField, customFieldValuesByCustomer } from './custom-field-value.relations.js';
import { Customer } from './customer.entity.js';

@Resolver(() => CustomFieldValue)
export class CustomFieldValueResolver {
  @FieldResolver(() => CustomField, { description: 'The field.' })
  @Through(customFieldById, 'fieldId')
  field(): void {}

  @FieldResolver(() => CustomFieldChoice, { nullable: true, description: 'Of a field of kind CHOICE: what was chosen.' })
  @Through(customFieldChoiceById, 'choiceId')
  choice(): void {}
}

@Resolver(() => Customer)
export class CustomerCustomFieldsResolver {
  @FieldResolver(() => [CustomFieldValue], {
    nullable: true,
    description: 'What custom fields say of them, those of archived fields too; nothing where nothing was filled in.',
  })
  @Requires('customField.read')
  @Through(customFieldValuesByCustomer)
  customFields(): void {}
}

@Resolver(() => CustomField)
export class CustomFieldUseResolver {
  @FieldResolver(() => Int, { description: 'How many of the customers you see have a value of it.' })
  @Requires('customField.update')
  @Through(customersByCustomField)
  customerCount(): void {}
}
