import { defineWords } from '../../core/words.js';

defineWords({
  BREACH_IN_THE_FUTURE: { fr: 'Ce moment est dans le futur.', en: 'This moment is in the future.' },
  AWARE_BEFORE_IT_HAPPENED: {
    fr: 'On ne peut en avoir eu connaissance avant qu’elle ne se produise.',
    en: 'Nobody can have become aware of it before it happened.',
  },
  NO_RISK_NEEDS_REASON: {
    fr: 'Dites pourquoi il n’y a pas de risque : le registre doit pouvoir le montrer (RGPD, article 33.5).',
    en: 'Say why there is no risk: the register has to show it (RGPD, article 33.5).',
  },
  BEFORE_AWARE: {
    fr: 'Ce moment précède la prise de connaissance.',
    en: 'This moment is before we became aware.',
  },
  LATE_REASON_NEEDED: {
    fr: 'Plus de 72 heures ont passé : dites pourquoi (RGPD, article 33.1).',
    en: 'More than 72 hours have passed: say why (RGPD, article 33.1).',
  },
  NOTIFIED_LATER_THAN_THAT: {
    fr: 'La CNIL a été notifiée à un moment que cela rendrait tardif ou impossible : corrigez d’abord la notification.',
    en: 'This would make the notification to the CNIL late or impossible: put the notification right first.',
  },
  TOLD_OR_WHY_NOT: {
    fr: 'Dites quand les personnes ont été informées, ou pourquoi elles ne le sont pas : l’un des deux.',
    en: 'Say when the people were told, or why they are not: one of the two.',
  },
  BREACH_NOT_ASSESSED: { fr: 'Évaluez d’abord le risque.', en: 'Assess the risk first.' },
  BREACH_NOT_NOTIFIED: {
    fr: 'Ce risque demande de notifier la CNIL avant de clore.',
    en: 'This risk asks for the CNIL to be told before it is closed.',
  },
  BREACH_PEOPLE_UNTOLD: {
    fr: 'Ce risque élevé demande d’informer les personnes, ou de dire pourquoi non (RGPD, article 34).',
    en: 'This high risk asks for the people to be told, or for a reason why not (RGPD, article 34).',
  },
});
