import type { DeliveredCode, DeliveredTexts } from './delivered.rules.js';

const reach =
  'Accès par rôle et par ligne, second facteur pour l’équipe, mots de passe hachés, adresses de fichiers signées et brèves, journal d’audit scellé.';
const goesWithErasure =
  'Le temps de la relation. L’effacement d’une personne supprime ou anonymise ses données ; la durée après le dernier contact est à fixer ici.';

export const french: Record<DeliveredCode, DeliveredTexts> = {
  CUSTOMERS: {
    name: 'Fichier des clients',
    purposes: 'Tenir la fiche des clients et de leurs contacts, suivre la relation, partager des documents.',
    people: 'Clients et prospects, leurs contacts.',
    data: 'Identité, coordonnées, adresses, SIRET, IBAN, notes, documents, véhicules, historique des échanges.',
    recipients: 'L’équipe ; le revendeur du client ; les prestataires, pour les missions qui leur sont confiées.',
    retention: goesWithErasure,
    security: `${reach} Les consultations de fiches sont notées au journal.`,
  },
  SALES: {
    name: 'Opportunités et commandes',
    purposes: 'Suivre les ventes possibles, reprendre les commandes passées ailleurs et les rattacher à leur client.',
    people: 'Clients et prospects, acheteurs des commandes importées.',
    data: 'Identité, coordonnées de l’acheteur, articles, montants, étapes et notes de vente.',
    recipients: 'L’équipe ; le revendeur, pour ses clients.',
    retention: goesWithErasure,
    security: reach,
  },
  INVOICING: {
    name: 'Facturation et paiements',
    purposes: 'Établir les factures, encaisser, tenir les pièces que demande la comptabilité.',
    people: 'Clients facturés, leurs contacts.',
    data: 'Identité et adresse de facturation, SIRET, numéro de TVA, lignes, montants, paiements.',
    recipients: 'L’équipe ; le client ; son revendeur ; l’administration fiscale sur demande.',
    retention:
      'Dix ans pour les factures émises (code de commerce, L123-22) : après un effacement, l’identité de l’acheteur reste dans une archive restreinte jusqu’à la fin de ce délai.',
    security: `${reach} Une facture émise ne change plus ; chaque lecture de l’archive est notée.`,
  },
  WORK: {
    name: 'Projets, missions et interventions',
    purposes: 'Réaliser ce qui est commandé : planifier, confier, exécuter et contrôler le travail.',
    people: 'Clients et leurs contacts, prestataires.',
    data: 'Lieux et dates d’intervention, commentaires, documents, candidatures, honoraires des prestataires.',
    recipients: 'L’équipe ; le client ; le prestataire chargé de la mission.',
    retention: goesWithErasure,
    security: reach,
  },
  MESSAGES: {
    name: 'E-mails, messages et notifications',
    purposes: 'Écrire aux clients sur leurs dossiers, répondre, prévenir les comptes de ce qui les concerne.',
    people: 'Clients, leurs contacts, titulaires de comptes.',
    data: 'Adresses, objets et textes des e-mails, pièces jointes, commentaires, notifications.',
    recipients: 'Les destinataires ; l’équipe ; le serveur d’envoi d’e-mails s’il y en a un.',
    retention: `${goesWithErasure} Les notifications lues partent selon les règles de conservation : six mois au départ.`,
    security: `${reach} Aucun envoi ne part sans une finalité qui le permet.`,
  },
  PROSPECTING: {
    name: 'Prospection',
    purposes: 'Proposer des offres à qui l’a accepté, mesurer la satisfaction.',
    people: 'Clients et prospects, leurs contacts.',
    data: 'Coordonnées, accords et refus par finalité et par canal, segments.',
    recipients: 'L’équipe ; le serveur d’envoi d’e-mails s’il y en a un.',
    retention:
      'Un accord tient la durée réglée dans les finalités, ou jusqu’à son retrait ; ce qui a été dit est gardé comme preuve.',
    security: `${reach} Un accord retiré arrête aussi les envois en attente.`,
  },
  ANALYSIS: {
    name: 'Analyse des achats',
    purposes: 'Connaître les habitudes d’achat : récence, fréquence, montants, prévisions, santé, risque de retard de paiement.',
    people: 'Clients.',
    data: 'Commandes, factures, paiements et les chiffres qui en sont tirés. Aucune décision n’est prise par le calcul seul.',
    recipients: 'L’équipe.',
    retention: 'Tant que les achats eux-mêmes sont gardés ; l’effacement d’une personne emporte ses chiffres.',
    security: reach,
  },
  ACCOUNTS: {
    name: 'Comptes et connexions',
    purposes: 'Ouvrir les portails aux bonnes personnes et protéger leurs comptes.',
    people: 'Équipe, clients, prestataires et revendeurs qui ont un compte.',
    data: 'Nom, e-mail, téléphone, langue, rôles, mot de passe haché, second facteur, sessions, appareils, adresses IP.',
    recipients: 'Les administrateurs.',
    retention:
      'La vie du compte, puis selon les règles de conservation : au départ six mois pour les sessions terminées, douze pour les navigateurs connus, un pour les liens envoyés. Un compte supprimé perd son nom et son adresse.',
    security: `${reach} Essais limités ; mots de passe courants refusés.`,
  },
  SECURITY: {
    name: 'Journal d’audit et de sécurité',
    purposes: 'Savoir qui a fait, consulté ou tenté quoi, et prouver que ce journal n’a pas été changé.',
    people: 'Toute personne qui a un compte ou tente de se connecter ; clients dont la fiche est touchée.',
    data: 'Auteur, action, objet, valeurs avant et après, adresse IP, navigateur, session.',
    recipients: 'Les administrateurs ; un client voit quel rôle a consulté sa fiche et quel jour.',
    retention:
      'Les entrées scellées ne sont pas supprimées ; trois ans sont indiqués à une personne effacée, dont les valeurs ne sont plus montrées.',
    security: 'Scellé par lots chaînés, copie des scellés hors de la base, vérifiable par une commande.',
  },
  RIGHTS: {
    name: 'Consentements et droits des personnes',
    purposes: 'Recueillir et prouver les accords, répondre aux demandes d’accès, de rectification, d’effacement et aux autres.',
    people: 'Clients, leurs contacts, toute personne qui exerce un droit.',
    data: 'Accords et refus avec leur preuve, demandes, réponses, empreintes des personnes effacées.',
    recipients: 'L’équipe ; la personne elle-même ; la CNIL sur demande.',
    retention:
      'Les preuves d’accord tant qu’elles peuvent servir ; les refus de contact 24 mois ; les demandes restent au registre, sans nom après un effacement.',
    security: `${reach} Les accords sont chaînés par empreinte et ne peuvent être changés.`,
  },
};
