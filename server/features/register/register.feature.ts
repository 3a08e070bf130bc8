import { ProcessingActivity } from './processing-activity.entity.js';
import { ProcessingActivityResolver } from './processing-activity.resolver.js';
import { Processor } from './processor.entity.js';
import { ProcessorResolver } from './processor.resolver.js';
import { processingActivityPolicy, processorPolicy } from './register.policy.js';

/** Its place is in the one list of features. */
export const registerFeature = {
  name: 'register',
  entities: [ProcessingActivity, Processor],
  policies: [processingActivityPolicy, processorPolicy],
  resolvers: [ProcessingActivityResolver, ProcessorResolver],
};
