import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Items } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { ConsentRegisterFilter } from '../consent/consent.page.js';
import { CustomerFilter } from '../customer/customer.page.js';
import { ExportFormat, ExportRun } from './export-run.entity.js';

export enum RegisterKind {
  PROCESSING = 'PROCESSING',
  PROCESSORS = 'PROCESSORS',
  BREACHES = 'BREACHES',
  REQUESTS = 'REQUESTS',
}
registerEnumType(RegisterKind, {
  name: 'RegisterKind',
  description: 'A register of what we do with data on people.',
  valuesConfig: {
    PROCESSING: { description: 'Of processing (RGPD, article 30).' },
    PROCESSORS: { description: 'Of processors (article 28).' },
    BREACHES: { description: 'Of breaches (article 33.5).' },
    REQUESTS: { description: 'Of what people asked about their data, and what they were answered.' },
  },
});

@InputType({ description: 'Which customer to export, and how.' })
export class ExportCustomerInput {
  @Field(() => ID, { description: 'The customer’s.' }) id: string;
  @Field(() => ExportFormat, { description: 'What kind of file.' }) format: ExportFormat;
  @Field({ defaultValue: false, description: 'The timeline too.' }) history: boolean;
}

@InputType({ description: 'Which customers to export, and how. Without `ids` and `filter`: all you see.' })
export class ExportCustomersInput {
  @Field(() => ExportFormat, { description: 'What kind of file; not PDF.' }) format: ExportFormat;

  @Field(() => [ID], { nullable: true, description: 'Only these, 1000 at most. NOT_FOUND where you don’t see one of them.' })
  @Items({ min: 1, max: 1000 })
  ids?: string[] | null;

  @Field(() => CustomerFilter, { nullable: true, description: 'Only those a list filtered so shows.' })
  filter?: CustomerFilter | null;
}

@InputType({ description: 'Which entries of the register of consents to export, and how. Without `filter`: all of it.' })
export class ExportConsentsInput {
  @Field(() => ExportFormat, { description: 'What kind of file; not PDF.' }) format: ExportFormat;
  @Field(() => ConsentRegisterFilter, { nullable: true, description: 'Only those a register filtered so shows.' })
  filter?: ConsentRegisterFilter | null;
}

@InputType({ description: 'Which register to export whole, and how.' })
export class ExportRegisterInput {
  @Field(() => RegisterKind, { description: 'Which.' }) register: RegisterKind;
  @Field(() => ExportFormat, { description: 'What kind of file.' }) format: ExportFormat;
}

@InputType({ description: 'Which export to stop.' })
export class CancelExportInput {
  @Field(() => ID, { description: 'The export’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `exportCustomer`.' })
export class ExportCustomerPayload extends Payload {
  @Field(() => ExportRun, { nullable: true, description: 'The export, which begins when its turn comes.' }) exportRun?: ExportRun;
}

@ObjectType({ description: 'The answer to `exportCustomers`.' })
export class ExportCustomersPayload extends Payload {
  @Field(() => ExportRun, { nullable: true, description: 'The export, which begins when its turn comes.' }) exportRun?: ExportRun;
}

@ObjectType({ description: 'The answer to `exportConsents`.' })
export class ExportConsentsPayload extends Payload {
  @Field(() => ExportRun, { nullable: true, description: 'The export, which begins when its turn comes.' }) exportRun?: ExportRun;
}

@ObjectType({ description: 'The answer to `exportRegister`.' })
export class ExportRegisterPayload extends Payload {
  @Field(() => ExportRun, { nullable: true, description: 'The export, which begins when its turn comes.' }) exportRun?: ExportRun;
}

@ObjectType({ description: 'The answer to `cancelExport`.' })
export class CancelExportPayload extends Payload {
  @Field(() => ExportRun, { nullable: true, description: 'As it is now.' }) exportRun?: ExportRun;
}
