import { CustomerSegmentsResolver } from './customer-segments.resolver.js';
import { CustomerSegment } from './segment.entity.js';
import { customerSegmentPolicy, segmentChangePolicy, segmentMemberPolicy } from './segment.policy.js';
import { SegmentChangeResolver, SegmentMemberResolver, SegmentResolver } from './segment.resolver.js';
import { SegmentChange } from './segment-change.entity.js';
import { SegmentMember } from './segment-member.entity.js';

/** Its place is in the one list of features. */
export const segmentFeature = {
  name: 'segment',
  entities: [CustomerSegment, SegmentMember, SegmentChange],
  policies: [customerSegmentPolicy, segmentMemberPolicy, segmentChangePolicy],
  resolvers: [SegmentResolver, SegmentMemberResolver, SegmentChangeResolver, CustomerSegmentsResolver],
};
