import { defineWords } from '../../core/words.js';

defineWords({
  INVALID_PLATE: {
    fr: 'Plaque française incorrecte : AB-123-CD, ou 1234 AB 29 d’avant 2009. D’un autre pays, changez le pays.',
    en: 'Not a French plate: AB-123-CD, or 1234 AB 29 from before 2009. If it is of another country, change the country.',
  },
  INVALID_FOREIGN_PLATE: {
    fr: 'Une plaque s’écrit en lettres et chiffres, 12 au plus.',
    en: 'A plate is of letters and digits, 12 at most.',
  },
  INVALID_VIN: {
    fr: 'Un numéro VIN a 17 signes, sans I, O ni Q.',
    en: 'A VIN has 17 signs, none of them I, O or Q.',
  },
  PLATE_TAKEN: {
    fr: 'Ce client a déjà un véhicule avec cette plaque.',
    en: 'This customer already has a vehicle with this plate.',
  },
  VEHICLE_HAS_WORK: {
    fr: 'Des ordres de travail portent sur ce véhicule : il reste, avec son histoire.',
    en: 'Work orders are about this vehicle: it stays, with its history.',
  },
  VEHICLE_OF_ANOTHER: { fr: 'Ce véhicule n’est pas à ce client.', en: 'This vehicle is not this customer’s.' },
});
