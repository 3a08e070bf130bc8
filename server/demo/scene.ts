import type { Address } from '../features/customer/address.entity.js';
import type { Contact } from '../features/customer/contact.entity.js';
import { Rows } from './rows.js';
import { Clock } from './world/clock.js';
import type { Company } from './world/companies.js';
import type { PersonKey } from './world/people.js';
import { Random } from './world/random.js';

/** A customer of the demo, with what the other features need to know of it. */
export interface DemoCustomer extends Company {
  id: string;
  siren: string | null;
  createdAt: Date;
  contacts: Partial<Contact>[];
  billing: Partial<Address>;
  site: Partial<Address>;
}

/** What is being made up: the calendar, chance, and the rows so far. */
export class Scene {
  readonly clock: Clock;
  readonly rows = new Rows();
  /** The users' ids. */
  readonly people = {} as Record<PersonKey, string>;
  readonly customers: DemoCustomer[] = [];

  constructor(
    now: Date,
    /** The first number free in each series of references. */
    readonly first: Record<'customer' | 'project' | 'mission' | 'work_order', number>,
  ) {
    this.clock = new Clock(now);
  }

  /** Chance of its own for each topic: more of one leaves the others as they were. */
  random(topic: string): Random {
    return new Random(`prisme ${topic}`);
  }

  customer(name: string): DemoCustomer {
    const found = this.customers.find((customer) => customer.name === name);
    if (!found) throw new Error(`no demo customer ${name}`);
    return found;
  }
}

/** As printed on papers, such as C-00042. */
export const referenceOf = (letter: string, number: number): string => `${letter}-${String(number).padStart(5, '0')}`;
