import { Field, ObjectType, registerEnumType } from 'type-graphql';

export enum PermissionGroup {
  ACCOUNT = 'ACCOUNT',
  CUSTOMERS = 'CUSTOMERS',
  SALES = 'SALES',
  WORK = 'WORK',
  DOCUMENTS = 'DOCUMENTS',
  MONEY = 'MONEY',
  HOUSE = 'HOUSE',
}
registerEnumType(PermissionGroup, {
  name: 'PermissionGroup',
  description: 'What a permission is about.',
  valuesConfig: {
    ACCOUNT: { description: 'One’s own account.' },
    CUSTOMERS: { description: 'Customers, their timeline and their consents.' },
    SALES: { description: 'Opportunities.' },
    WORK: { description: 'Projects and missions.' },
    DOCUMENTS: { description: 'Files.' },
    MONEY: { description: 'Invoices, payments and orders.' },
    HOUSE: { description: 'Users, roles and the product itself.' },
  },
});

/** Not an entity: permissions are what the code asks for, so they are the same everywhere. */
@ObjectType({ description: 'Something that a role may let people do. Which rows it is about is the role’s reach.' })
export class Permission {
  @Field({ description: 'Stable, for programs, such as invoice.issue.' }) key: string;
  @Field(() => PermissionGroup, { description: 'What it is about.' }) group: PermissionGroup;
  @Field({ description: 'For people, in their language.' }) description: string;
}
