import { registerEnumType } from 'type-graphql';

/** What an e-mail is for. All but SERVICE are purposes of consents too. */
export enum EmailPurpose {
  SERVICE = 'SERVICE',
  MARKETING = 'MARKETING',
  SATISFACTION = 'SATISFACTION',
  PARTNERS = 'PARTNERS',
}
registerEnumType(EmailPurpose, {
  name: 'EmailPurpose',
  description: 'What an e-mail is for, which says what allows it.',
  valuesConfig: {
    SERVICE: { description: 'What they asked of us, a contract or a duty of ours: no consent is needed.' },
    MARKETING: { description: 'Offers and news of ours: with their consent to that by e-mail alone.' },
    SATISFACTION: { description: 'Questions on how content they are: with their consent to that by e-mail alone.' },
    PARTNERS: { description: 'Offers of our partners: with their consent to that by e-mail alone.' },
  },
});
