import { defineWords } from '../../core/words.js';

defineWords({
  NO_CUSTOMER: { fr: 'Choisissez au moins un client.', en: 'Choose at least one customer.' },
  CUSTOMERS_FOR_CLIENTS: {
    fr: 'Seul un compte client est rattaché à des clients.',
    en: 'Only a client account is tied to customers.',
  },
  TWICE: { fr: 'Déjà dans la liste.', en: 'In the list already.' },
  ALREADY_INVITED: {
    fr: 'Une invitation à ce rôle attend déjà sa réponse. Renvoyez-la, ou annulez-la.',
    en: 'An invitation to this role is waiting for its answer. Send it again, or revoke it.',
  },
  ALREADY_HAS_ROLE: { fr: 'Cette personne a déjà ce rôle.', en: 'They have this role already.' },
  ALREADY_MEMBER: {
    fr: 'Cette personne est déjà rattachée à ces clients.',
    en: 'They are a member of these customers already.',
  },
  INVITATION_UNKNOWN: {
    fr: 'Cette invitation n’est pas de nous, ou le lien n’est pas entier. Recopiez-le en entier.',
    en: 'This invitation is not ours, or the link is not whole. Copy all of it.',
  },
  INVITATION_ACCEPTED: { fr: 'Cette invitation a déjà été acceptée.', en: 'This invitation was accepted already.' },
  INVITATION_EXPIRED: {
    fr: 'Cette invitation n’est plus valable. Demandez qu’on vous la renvoie.',
    en: 'This invitation has expired. Ask for it to be sent again.',
  },
  INVITATION_REVOKED: { fr: 'Cette invitation a été annulée.', en: 'This invitation was revoked.' },
  INVITATION_OF_ANOTHER: {
    fr: 'Cette invitation est adressée à quelqu’un d’autre que vous. Connectez-vous avec l’adresse qui l’a reçue.',
    en: 'This invitation is for somebody else than you. Sign in with the address that got it.',
  },
  INVITATION_SETTLED: {
    fr: 'Cette invitation a déjà reçu sa réponse.',
    en: 'This invitation has had its answer already.',
  },

  'letter.invitation.subject': { fr: '{inviter} vous invite sur Prisme', en: '{inviter} invites you to Prisme' },
  'letter.invitation.text': {
    fr: '{inviter} vous ouvre un accès à Prisme, avec le rôle « {role} ».\n\nCe lien sert une fois, pendant sept jours. Vous choisirez votre mot de passe ; si vous avez déjà un compte à cette adresse, connectez-vous pour accepter.\n\nSi vous n’attendez rien de tel, ne faites rien.',
    en: '{inviter} opens Prisme to you, with the role “{role}”.\n\nThis link works once, for seven days. You will choose your password; if this address has an account already, sign in to accept.\n\nIf you expect nothing of the kind, do nothing.',
  },
  'letter.invitation.action': { fr: 'Répondre à l’invitation', en: 'Answer the invitation' },
});
