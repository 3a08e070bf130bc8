import type { Category } from './category.rules.js';
import { personalCategories } from './personal.categories.js';
import type { RetentionCategory } from './retention-rule.entity.js';
import { technicalCategories } from './technical.categories.js';

/** What has a period, in the order in which a run goes through it. */
export const categories: readonly Category[] = [...technicalCategories, ...personalCategories];

export const categoryOf = (code: RetentionCategory): Category => categories.find((one) => one.code === code)!;
