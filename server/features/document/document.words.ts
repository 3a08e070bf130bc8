import { defineWords } from '../../core/words.js';

defineWords({
  UNKNOWN_ATTACHMENT: { fr: 'Ce document est introuvable chez ce client.', en: 'This customer has no such document.' },
  NO_PLACE: { fr: 'Indiquez le client, le projet ou la mission.', en: 'Say which customer, project or mission it is for.' },
  ELSEWHERE: { fr: 'Cela n’appartient pas à l’autre élément indiqué.', en: 'It does not belong to the other one you named.' },
  FILE_MISSING: {
    fr: 'Le fichier manque dans l’envoi, ou son nom est illisible.',
    en: 'The file is missing, or its name cannot be read.',
  },
  EMPTY_FILE: { fr: 'Ce fichier est vide.', en: 'This file is empty.' },
  TYPE_NOT_ALLOWED: {
    fr: 'Ce type de fichier n’est pas accepté. Types acceptés : {allowed}.',
    en: 'This type of file is not accepted. Accepted: {allowed}.',
  },
  LYING_TYPE: {
    fr: 'Ce fichier se présente comme {said}, mais son contenu est autre chose.',
    en: 'This file calls itself {said}, but its content is something else.',
  },
  VISIBILITY_NOT_YOURS: { fr: 'Vous ne pouvez pas choisir cette visibilité.', en: 'You may not choose this visibility.' },
  LATEST_ALREADY: { fr: 'C’est déjà la version actuelle.', en: 'It is the latest version already.' },
  PROOF_OF_CONSENT: {
    fr: 'Ce document prouve un consentement : il doit être conservé.',
    en: 'This document proves a consent: it must be kept.',
  },
});
