import { accountData } from './account-data.rules.js';
import { businessData } from './business-data.rules.js';
import { customerData } from './customer-data.rules.js';
import { houseData } from './house-data.rules.js';
import { peopleData } from './people-data.rules.js';
import type { TableRule } from './personal-data.rules.js';

/** Every table there is, in the order of an erasure. */
export const personalData: readonly TableRule[] = [...businessData, ...accountData, ...peopleData, ...customerData, ...houseData];
