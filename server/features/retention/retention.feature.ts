import { retentionRulePolicy, retentionRunPolicy } from './retention.policy.js';
import { RetentionExampleResolver, RetentionRuleResolver, RetentionRunResolver } from './retention.resolver.js';
import { RetentionRule } from './retention-rule.entity.js';
import { RetentionRun } from './retention-run.entity.js';

/** Its place is in the one list of features. */
export const retentionFeature = {
  name: 'retention',
  entities: [RetentionRule, RetentionRun],
  policies: [retentionRulePolicy, retentionRunPolicy],
  resolvers: [RetentionRuleResolver, RetentionRunResolver, RetentionExampleResolver],
};
