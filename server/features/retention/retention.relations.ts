import { pagesOf } from '../../core/pages.js';
import { allOf, oneById } from '../../core/relation.js';
import { RetentionRule } from './retention-rule.entity.js';
import { RetentionRun } from './retention-run.entity.js';

export const retentionRuleList = allOf(RetentionRule, { order: { category: 'asc' } });
export const retentionRunById = oneById(RetentionRun);
export const retentionRuns = pagesOf(RetentionRun);
