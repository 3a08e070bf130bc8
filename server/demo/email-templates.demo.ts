import { EmailPurpose } from '../features/email/email-purpose.entity.js';
import { EmailTemplate } from '../features/email/email-template.entity.js';
import type { Scene } from './scene.js';

const { SERVICE, MARKETING, SATISFACTION } = EmailPurpose;

/** What the team often writes, in both languages. */
const templates: [purpose: EmailPurpose, fr: [name: string, subject: string, body: string], en: [string, string, string]][] = [
  [
    SERVICE,
    [
      'Après un rendez-vous',
      'Suite à notre rendez-vous',
      'Bonjour {{recipient.name}},\n\nMerci de nous avoir reçus. Vous trouverez ci-joint ce dont nous avons parlé ; dites-nous si quelque chose manque.\n\nBien à vous,\n{{sender.name}}',
    ],
    [
      'After a meeting',
      'Following our meeting',
      'Hello {{recipient.name}},\n\nThank you for your time. Attached is what we spoke of; tell us if anything is missing.\n\nKind regards,\n{{sender.name}}',
    ],
  ],
  [
    SERVICE,
    [
      'Demande de documents',
      'Dossier {{customer.reference}} : documents à nous envoyer',
      'Bonjour {{recipient.name}},\n\nPour avancer sur le dossier de {{customer.name}}, il nous manque encore une attestation d’assurance et un extrait Kbis de moins de trois mois.\n\nUne réponse à ce message suffit, les fichiers joints.\n\nMerci d’avance,\n{{sender.name}}',
    ],
    [
      'Documents wanted',
      'File {{customer.reference}}: documents to send us',
      'Hello {{recipient.name}},\n\nTo go on with the file of {{customer.name}} we still need an insurance certificate and a company registration of less than three months.\n\nJust answer this message with the files attached.\n\nThank you,\n{{sender.name}}',
    ],
  ],
  [
    MARKETING,
    [
      'Offre d’entretien',
      'Un contrat d’entretien pour {{customer.name}} ?',
      'Bonjour {{recipient.name}},\n\nJusqu’à la fin du trimestre, la première visite de nos contrats d’entretien est offerte. Une réponse à ce message, et nous vous rappelons.\n\n{{sender.name}}',
    ],
    [
      'Maintenance offer',
      'A maintenance contract for {{customer.name}}?',
      'Hello {{recipient.name}},\n\nUntil the end of the quarter the first visit of our maintenance contracts is free. Answer this message and we call you back.\n\n{{sender.name}}',
    ],
  ],
  [
    SATISFACTION,
    [
      'Votre avis',
      'Êtes-vous content de nous ?',
      'Bonjour {{recipient.name}},\n\nNos travaux chez {{customer.name}} sont terminés. Sur dix, quelle note nous donneriez-vous, et pourquoi ? Une ligne en réponse suffit.\n\nMerci,\n{{sender.name}}',
    ],
    [
      'Your opinion',
      'Are you content with us?',
      'Hello {{recipient.name}},\n\nOur work at {{customer.name}} is done. Out of ten, what would you give us, and why? A line in answer is enough.\n\nThank you,\n{{sender.name}}',
    ],
  ],
];

export function addEmailTemplates(scene: Scene): void {
  const random = scene.random('email templates');
  const at = scene.clock.past(120, 9, 0);
  for (const [purpose, fr, en] of templates)
    for (const [locale, [name, subject, body]] of Object.entries({ fr, en }))
      scene.rows.add(EmailTemplate, {
        id: random.id(at),
        name,
        locale: locale as EmailTemplate['locale'],
        purpose,
        subject,
        body,
        createdAt: at,
        updatedAt: at,
      });
}
