import { Address, AddressKind } from '../features/customer/address.entity.js';
import { Contact } from '../features/customer/contact.entity.js';
import { Customer, CustomerKind, CustomerStatus } from '../features/customer/customer.entity.js';
import { LocationPrecision } from '../features/geography/commune.entity.js';
import { Membership } from '../features/membership/membership.entity.js';
import { type DemoCustomer, referenceOf, type Scene } from './scene.js';
import { type Company, companies, trades } from './world/companies.js';
import { emailOf, phoneOf, sirenOf, siretOf, slugOf, vatNumberOf } from './world/identity.js';
import { firstNames, lastNames } from './world/names.js';
import { noteOn } from './world/notes.js';
import { type Person, type PersonKey, people } from './world/people.js';
import { complements, placeOf, streets } from './world/places.js';
import type { Random } from './world/random.js';

/** The digit after 98 in the demo's own SIRENs. */
const OWN = 9;

/** Customers with their contacts and addresses, and the people of theirs who have an account. */
export function addCustomers(scene: Scene): void {
  const random = scene.random('customers');
  for (const [i, company] of companies.entries()) scene.customers.push(customer(scene, random, company, i));
  for (const [key, { member }] of Object.entries<Person>(people)) {
    if (!member) continue;
    const { of, ...parts } = member;
    const { id: customerId, createdAt } = scene.customer(of);
    scene.rows.add(Membership, {
      id: random.id(createdAt),
      userId: scene.people[key as PersonKey],
      customerId,
      ...parts,
      createdAt,
    });
  }
}

function customer(scene: Scene, random: Random, company: Company, i: number): DemoCustomer {
  const { clock, rows } = scene;
  const isPerson = company.trade === 'person';
  const place = placeOf(company.postalCode);
  const createdAt = clock.workday(
    company.habit === 'new' || company.habit === 'none' ? random.between(30, 75) : 1150 - i * 6,
    10,
    i % 60,
  );
  const id = random.id(createdAt);
  const siren = isPerson ? null : sirenOf(OWN, i);
  const domain = `${slugOf(company.name)}.example`;
  rows.add(Customer, {
    id,
    reference: referenceOf('C', scene.first.customer + i),
    kind: isPerson ? CustomerKind.PERSON : CustomerKind.COMPANY,
    name: company.name,
    siret: siren && siretOf(siren),
    vatNumber: siren && vatNumberOf(siren),
    email: isPerson ? emailOf(company.name, 'courriel') : `contact@${domain}`,
    phone: phoneOf(place.zone, 2000 + i * 7),
    website: isPerson ? null : `https://${domain}`,
    status: company.active ? CustomerStatus.ACTIVE : CustomerStatus.INACTIVE,
    tags: company.tags,
    internalNote: noteOn(company),
    createdAt,
    updatedAt: clock.past(random.between(1, 60), 15, random.between(0, 59)),
    resellerId: company.reseller && scene.people[company.reseller],
    managerId: scene.people[company.manager],
  });
  const address = (kind: AddressKind, complement: string | null) =>
    rows.add(Address, {
      id: random.id(createdAt),
      customerId: id,
      kind,
      street: `${random.between(1, 84)} ${random.pick(streets)}`,
      complement,
      postalCode: place.postalCode,
      city: place.city,
      country: 'FR',
      latitude: place.latitude + random.between(-90, 90) / 10_000,
      longitude: place.longitude + random.between(-90, 90) / 10_000,
      precision: LocationPrecision.ADDRESS,
    });
  const billing = address(AddressKind.BILLING, random.chance(0.2) ? random.pick(complements) : null);
  const site = isPerson ? billing : address(AddressKind.SITE, random.chance(0.5) ? random.pick(complements) : null);
  if (company.name === 'Transports Kervella') Object.assign(site, { street: '12 rue de Kerscao', complement: 'Quais 1 à 3' });
  const contacts = contactsOf(random, company, i).map((contact) =>
    rows.add(Contact, { id: random.id(createdAt), customerId: id, ...contact }),
  );
  return { ...company, id, siren, createdAt, billing, site, contacts };
}

function contactsOf(
  random: Random,
  company: Company,
  i: number,
): Pick<Contact, 'name' | 'position' | 'email' | 'phone' | 'primary'>[] {
  const { zone } = placeOf(company.postalCode);
  const [, ...positions] = trades[company.trade];
  const known = Object.values<Person>(people).filter(({ member }) => member?.of === company.name);
  const names = company.trade === 'person' ? [] : [...known.map(({ name }) => name)];
  const count = company.trade === 'person' ? 0 : Math.max(names.length, random.between(2, 3));
  while (names.length < count) names.push(`${random.pick(firstNames)} ${random.pick(lastNames)}`);
  return names.map((name, n) => ({
    name,
    position: positions[n] || null,
    email: emailOf(name, company.name),
    phone: phoneOf(zone, 5000 + i * 11 + n),
    primary: n === 0,
  }));
}
