import { defineWords } from '../../core/words.js';
import '../project/project.words.js';

defineWords({
  PROJECT_CLOSED: { fr: 'Ce projet est terminé ou annulé.', en: 'This project is done or cancelled.' },
  UNKNOWN_PROJECT: { fr: 'Ce client n’a pas ce projet.', en: 'The customer has no such project.' },
  NOT_OPEN: {
    fr: 'Cette mission n’est plus ouverte aux candidatures.',
    en: 'This mission is not open for application any more.',
  },
  APPLIED_ALREADY: { fr: 'Vous avez déjà répondu à cette mission.', en: 'You already applied for this mission.' },
  DECIDED_ALREADY: { fr: 'Cette candidature a déjà sa réponse.', en: 'This application already has its answer.' },
  NOT_ASSIGNABLE: {
    fr: 'Cette mission ne peut plus être confiée à quelqu’un.',
    en: 'This mission can’t be given to anybody any more.',
  },
});
