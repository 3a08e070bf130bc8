import { CustomField, CustomFieldKind, CustomFieldSubject } from '../features/custom-field/custom-field.entity.js';
import { CustomFieldChoice } from '../features/custom-field/custom-field-choice.entity.js';
import { CustomFieldValue } from '../features/customer/custom-field-value.entity.js';
import type { DemoCustomer, Scene } from './scene.js';
import { accesses, type Fluid, fluids } from './world/cold.js';
import type { Random } from './world/random.js';

const { TEXT, NUMBER, DATE, CHOICE } = CustomFieldKind;

type Told = Pick<CustomField, 'key' | 'kind' | 'labelFr' | 'labelEn'> & Partial<CustomField>;

/** What a refrigeration house wants to know of its customers. */
const fields: readonly Told[] = [
  {
    key: 'fluid',
    kind: CHOICE,
    labelFr: 'Fluide frigorigène',
    labelEn: 'Refrigerant',
    appliesTo: CustomFieldSubject.COMPANY,
    helpFr: 'Celui de l’installation principale.',
    helpEn: 'Of the main plant.',
  },
  {
    key: 'cold_power_kw',
    kind: NUMBER,
    labelFr: 'Puissance frigorifique (kW)',
    labelEn: 'Cooling power (kW)',
    appliesTo: CustomFieldSubject.COMPANY,
  },
  { key: 'contract_until', kind: DATE, labelFr: 'Contrat d’entretien jusqu’au', labelEn: 'Maintenance contract until' },
  {
    key: 'site_access',
    kind: TEXT,
    labelFr: 'Accès au site',
    labelEn: 'Getting in',
    helpFr: 'Ce que doit savoir qui vient sur place.',
    helpEn: 'What whoever comes should know.',
  },
];

/** Trades with a plant of their own, and how strong it is, in kW. */
const plants: Partial<Record<DemoCustomer['trade'], readonly [number, number]>> = {
  transport: [8, 60],
  bakery: [4, 18],
  health: [3, 25],
  plant: [40, 320],
  shop: [6, 45],
  sea: [25, 240],
  kitchen: [4, 22],
  farm: [10, 80],
  school: [6, 30],
  hotel: [5, 28],
};

export function addCustomFields(scene: Scene): void {
  const random = scene.random('custom fields');
  const createdAt = scene.clock.past(400, 9, 30);
  const ids = fields.map((field, position) => {
    const id = random.id(createdAt);
    const usual = { appliesTo: CustomFieldSubject.EVERYONE, helpFr: null, helpEn: null };
    scene.rows.add(CustomField, { ...usual, ...field, id, position, createdAt });
    return [field.key, id] as const;
  });
  const byKey = new Map<string, string>(ids);
  const choices = fluids.map((fluid, position) => {
    const { label, labelEn, retired } = fluid;
    const id = random.id(createdAt);
    scene.rows.add(CustomFieldChoice, {
      id,
      fieldId: byKey.get('fluid'),
      labelFr: label,
      labelEn: labelEn ?? label,
      position,
      retired,
    });
    return { ...fluid, id };
  });
  for (const customer of scene.customers)
    for (const [key, value] of Object.entries(valuesOf(scene, random, customer, choices)))
      scene.rows.add(CustomFieldValue, {
        id: random.id(customer.createdAt),
        customerId: customer.id,
        fieldId: byKey.get(key),
        text: null,
        number: null,
        date: null,
        choiceId: null,
        ...value,
      });
}

function valuesOf(
  { clock }: Scene,
  random: Random,
  { trade }: DemoCustomer,
  choices: readonly (Fluid & { id: string })[],
): Record<string, Partial<CustomFieldValue>> {
  const power = plants[trade];
  const older = random.chance(0.25);
  const choice = random.pick(choices.filter(({ retired }) => retired === older));
  return {
    ...(power
      ? { fluid: { choiceId: choice.id }, cold_power_kw: { number: random.between(power[0] * 2, power[1] * 2) / 2 } }
      : {}),
    ...(random.chance(0.6) ? { contract_until: { date: clock.day(clock.ahead(random.between(-40, 500), 12)) } } : {}),
    ...(random.chance(0.5) ? { site_access: { text: random.pick(accesses) } } : {}),
  };
}
