import { sql } from '../../core/sql.js';
import { Activity } from '../activity/activity.entity.js';
import { type ActivityGroup, kindsAmongUs, kindsOf } from '../activity/activity.kinds.js';
import { Consent } from '../consent/consent.entity.js';
import { ConsentEvent } from '../consent/consent-event.entity.js';
import { ConsentText } from '../consent/consent-text.entity.js';
import { ContactPurpose } from '../consent/contact-purpose.entity.js';
import { ContactRefusal } from '../consent/contact-refusal.entity.js';
import { CustomField } from '../custom-field/custom-field.entity.js';
import { CustomFieldChoice } from '../custom-field/custom-field-choice.entity.js';
import { Address } from '../customer/address.entity.js';
import { Contact } from '../customer/contact.entity.js';
import { CustomFieldValue } from '../customer/custom-field-value.entity.js';
import { Customer } from '../customer/customer.entity.js';
import { isMember } from '../membership/membership.scope.js';
import { isAssignedTo, worksForCustomer, worksOnProject } from '../mission/mission.scope.js';
import { Reach } from '../user/role.entity.js';
import { always, every, explain, follows, permitted, row, some, staffSeesAll } from './why.rules.js';

const { STAFF, CLIENT, PRESTATAIRE, REVENDEUR } = Reach;

export const customerVisible = follows('La fiche client est visible', 'The customer is visible', Customer, 'customerId');

explain(Customer, {
  [STAFF]: staffSeesAll,
  [REVENDEUR]: row(
    'Un revendeur voit les clients dont il est le revendeur',
    'A reseller sees the customers they sell to',
    ({ id }, it) => sql`${it}.reseller_id = ${id}`,
  ),
  [CLIENT]: row(
    'Un client voit les fiches dont il est membre',
    'A client sees the customers they are a member of',
    (viewer, it) => isMember(viewer, sql`${it}.id`),
  ),
  [PRESTATAIRE]: row(
    'Un prestataire voit les clients d’une mission qui lui est confiée, non annulée',
    'A prestataire sees the customers of a mission given to them that is not cancelled',
    (viewer, it) => worksForCustomer(viewer, sql`${it}.id`),
  ),
});

const everybody = {
  [STAFF]: customerVisible,
  [CLIENT]: customerVisible,
  [PRESTATAIRE]: customerVisible,
  [REVENDEUR]: customerVisible,
};
explain(Contact, everybody);
explain(Address, everybody);

const forUs = always(
  'Les champs personnalisés sont à l’équipe et aux revendeurs',
  'Custom fields are for the team and for resellers',
);
explain(CustomField, { [STAFF]: forUs, [REVENDEUR]: forUs });
const fieldVisible = follows('Le champ est visible', 'The field is visible', CustomField, 'fieldId');
explain(CustomFieldChoice, { [STAFF]: fieldVisible, [REVENDEUR]: fieldVisible });
explain(CustomFieldValue, { [STAFF]: customerVisible, [REVENDEUR]: customerVisible });

const forEveryone = row(
  'L’entrée est pour tout le monde, pas pour l’équipe seule',
  'The entry is for everyone, not for the team alone',
  (_, it) => sql`${it}.audience = 'EVERYONE'`,
);
const isIn = (it: Parameters<NonNullable<typeof forEveryone.row>>[1], group: `${ActivityGroup}`) =>
  sql`${it}.kind = any(${kindsOf[group]}::text[])`;

explain(Activity, {
  [STAFF]: staffSeesAll,
  [REVENDEUR]: every(
    'Un revendeur voit le fil de ses clients',
    'A reseller sees the timeline of their customers',
    customerVisible,
    row(
      'L’entrée ne dit pas comment nous classons nos clients',
      'The entry does not say how we sort customers',
      (_, it) => sql`${it}.kind <> all(${kindsAmongUs}::text[])`,
    ),
  ),
  [CLIENT]: every(
    'Un client voit du fil ce qu’il voit de la fiche',
    'A client sees of the timeline what they see of the customer',
    forEveryone,
    row('Il est membre de ce client', 'They are a member of this customer', (viewer, it) =>
      isMember(viewer, sql`${it}.customer_id`),
    ),
    row(
      'Son accès couvre cette partie (finances, documents, projets ; les ventes ne sont pour aucun client)',
      'Their membership covers this part (finance, documents, projects; sales are for no client)',
      (
        { id },
        it,
      ) => sql`exists (select from membership mine where mine.user_id = ${id} and mine.customer_id = ${it}.customer_id and case
        when ${isIn(it, 'MONEY')} then mine.finance when ${isIn(it, 'DOCUMENT')} then mine.documents
        when ${isIn(it, 'WORK')} then mine.projects when ${isIn(it, 'SALES')} then false else true end)`,
    ),
  ),
  [PRESTATAIRE]: every(
    'Un prestataire voit où en est le travail auquel il prend part',
    'A prestataire sees how the work they have a part in goes',
    forEveryone,
    row('L’entrée parle du travail', 'The entry is about work', (_, it) => isIn(it, 'WORK')),
    some(
      'C’est son projet ou sa mission',
      'It is their project or mission',
      row(
        'Un projet où il travaille',
        'A project they work on',
        (viewer, it) => sql`${it}.subject_type = 'Project' and ${worksOnProject(viewer, sql`${it}.subject_id`)}`,
      ),
      row(
        'Une mission qui lui est confiée',
        'A mission given to them',
        (viewer, it) => sql`${it}.subject_type = 'Mission' and ${isAssignedTo(viewer, sql`${it}.subject_id`)}`,
      ),
    ),
  ),
});

const consents = {
  [STAFF]: every(
    'Les consentements sont à qui en a le droit',
    'Consents are for whoever has the permission',
    permitted('consent.read'),
  ),
  [CLIENT]: every(
    'Les consentements sont au client et à l’équipe',
    'Consents are the customer’s and the team’s',
    permitted('consent.read'),
    customerVisible,
  ),
};
explain(Consent, consents);
explain(ConsentEvent, consents);

const texts = every(
  'Les textes sont à qui voit les consentements',
  'Texts are for whoever sees consents',
  permitted('consent.read'),
);
const texted = { [STAFF]: texts, [CLIENT]: texts, [PRESTATAIRE]: texts, [REVENDEUR]: texts };
explain(ConsentText, texted);
explain(ContactPurpose, texted);
explain(ContactRefusal, {
  [STAFF]: every(
    'Les envois refusés sont à qui note les consentements',
    'Stopped mails are for whoever notes consents',
    permitted('consent.record'),
  ),
});
