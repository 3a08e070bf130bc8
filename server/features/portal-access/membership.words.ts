import { defineWords } from '../../core/words.js';
import '../invitation/invitation.words.js';

defineWords({
  NOT_A_CLIENT: {
    fr: 'Ce compte n’a pas de rôle client. Invitez cette personne : le rôle lui sera proposé.',
    en: 'This account has no client role. Invite them: they will be offered the role.',
  },
});
