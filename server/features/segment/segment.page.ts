import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { SegmentChange } from './segment-change.entity.js';
import { SegmentMember } from './segment-member.entity.js';

export const SegmentMemberConnection = Connection(SegmentMember);
export const SegmentChangeConnection = Connection(SegmentChange);

export enum SegmentMemberSort {
  ENTERED_AT = 'enteredAt',
}
registerEnumType(SegmentMemberSort, {
  name: 'SegmentMemberSort',
  description: 'What the customers of a segment are sorted by.',
  valuesConfig: { ENTERED_AT: { description: 'Since when they are in it.' } },
});

export enum SegmentChangeSort {
  AT = 'at',
}
registerEnumType(SegmentChangeSort, {
  name: 'SegmentChangeSort',
  description: 'What the changes of a segment are sorted by.',
  valuesConfig: { AT: { description: 'When it happened.' } },
});

@ArgsType()
export class SegmentMemberPage extends Page {
  @Field(() => SegmentMemberSort, { defaultValue: SegmentMemberSort.ENTERED_AT, description: 'What to sort by.' })
  sort: SegmentMemberSort;
}

@ArgsType()
export class SegmentChangePage extends Page {
  @Field(() => SegmentChangeSort, { defaultValue: SegmentChangeSort.AT, description: 'What to sort by.' })
  sort: SegmentChangeSort;
}
