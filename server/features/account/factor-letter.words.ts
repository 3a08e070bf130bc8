import { defineWords } from '../../core/words.js';

/** What happened, as the subject and as the first paragraph: French, English. */
const told: Record<string, [subjectFr: string, fr: string, subjectEn: string, en: string]> = {
  totpAdded: [
    'Double authentification activée',
    'Une application d’authentification vient d’être associée à votre compte {email}. Un code vous sera demandé à la connexion.',
    'Second factor turned on',
    'An authenticator app was just set up for your account {email}. A code will be asked for at sign-in.',
  ],
  totpRemoved: [
    'Application d’authentification retirée',
    'L’application d’authentification de votre compte {email} vient d’être retirée.',
    'Authenticator app removed',
    'The authenticator app of your account {email} was just removed.',
  ],
  passkeyAdded: [
    'Clé d’accès ajoutée',
    'La clé d’accès « {name} » vient d’être ajoutée à votre compte {email}. Elle permet de s’y connecter.',
    'Passkey added',
    'The passkey “{name}” was just added to your account {email}. It signs in to it.',
  ],
  passkeyRemoved: [
    'Clé d’accès supprimée',
    'La clé d’accès « {name} » de votre compte {email} vient d’être supprimée.',
    'Passkey removed',
    'The passkey “{name}” of your account {email} was just removed.',
  ],
  recoveryRenewed: [
    'Nouveaux codes de secours',
    'De nouveaux codes de secours viennent d’être créés pour votre compte {email}. Les anciens ne servent plus.',
    'New recovery codes',
    'New recovery codes were just made for your account {email}. The old ones are worth nothing any more.',
  ],
  recoveryUsed: [
    'Un code de secours a servi',
    'Un de vos codes de secours vient de servir à ouvrir votre compte {email}.',
    'A recovery code was used',
    'One of your recovery codes was just used to sign in to your account {email}.',
  ],
};

for (const [letter, [subjectFr, fr, subjectEn, en]] of Object.entries(told))
  defineWords({
    [`letter.${letter}.subject`]: { fr: subjectFr, en: subjectEn },
    [`letter.${letter}.text`]: {
      fr: `${fr}\n\nSi ce n’est pas vous, changez votre mot de passe tout de suite et déconnectez vos autres appareils :`,
      en: `${en}\n\nIf it was not you, change your password at once and sign out your other devices:`,
    },
    [`letter.${letter}.action`]: { fr: 'Ouvrir la sécurité du compte', en: 'Open account security' },
  });
