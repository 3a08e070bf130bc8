import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { LegalBasis } from '../consent/contact-purpose.entity.js';
import { ProcessingActivity } from './processing-activity.entity.js';
import { Processor } from './processor.entity.js';

export const ProcessingActivityConnection = Connection(ProcessingActivity);
export const ProcessorConnection = Connection(Processor);

export enum RegisterSort {
  NAME = 'name',
  UPDATED_AT = 'updatedAt',
}
registerEnumType(RegisterSort, {
  name: 'RegisterSort',
  description: 'What activities and processors are sorted by.',
  valuesConfig: {
    NAME: { description: 'The name.' },
    UPDATED_AT: { description: 'The last change.' },
  },
});

@InputType({ description: 'Which activities. All conditions hold together.' })
export class ProcessingActivityFilter {
  @Field(() => String, { nullable: true, description: 'Words of the name, the purposes or the categories.' })
  @Text({ max: 200 })
  search?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Going on, or ended.' }) active?: boolean | null;
  @Field(() => LegalBasis, { nullable: true, description: 'Allowed by this.' }) legalBasis?: LegalBasis | null;
  @Field(() => Boolean, { nullable: true, description: 'With transfers outside the European Union, or without.' })
  transfers?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'In which this processor takes part.' }) processorId?: string | null;
}

@InputType({ description: 'Which processors. All conditions hold together.' })
export class ProcessorFilter {
  @Field(() => String, { nullable: true, description: 'Words of the name, the service or the contact.' })
  @Text({ max: 200 })
  search?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Working for us, or no more.' }) active?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'With a signed contract, or without.' }) contract?: boolean | null;
}

@ArgsType()
export class ProcessingActivityPage extends Page {
  @Field(() => RegisterSort, { defaultValue: RegisterSort.NAME, description: 'What to sort by.' })
  sort: RegisterSort;
  @Field(() => ProcessingActivityFilter, { nullable: true, description: 'Which ones.' })
  filter?: ProcessingActivityFilter | null;
}

@ArgsType()
export class ProcessorPage extends Page {
  @Field(() => RegisterSort, { defaultValue: RegisterSort.NAME, description: 'What to sort by.' })
  sort: RegisterSort;
  @Field(() => ProcessorFilter, { nullable: true, description: 'Which ones.' })
  filter?: ProcessorFilter | null;
}
