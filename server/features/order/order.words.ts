import { defineWords } from '../../core/words.js';

/** Why a line was refused. `{value}` is what stands there. */
defineWords({
  NO_ORDER_NUMBER: { fr: 'Il n’y a pas de numéro de commande.', en: 'There is no order number.' },
  BAD_DATE: {
    fr: 'La date « {value} » n’existe pas ou n’est pas lisible : écrivez 2026-11-20 ou 20/11/2026.',
    en: 'The date “{value}” does not exist or can’t be read: write 2026-11-20 or 20/11/2026.',
  },
  BAD_QUANTITY: { fr: 'La quantité « {value} » n’est pas un nombre.', en: 'The quantity “{value}” is not a number.' },
  BAD_PRICE: { fr: 'Le prix « {value} » n’est pas un nombre.', en: 'The price “{value}” is not a number.' },
  BAD_STATUS: { fr: 'Le statut « {value} » est inconnu.', en: 'The status “{value}” is unknown.' },
  BAD_CURRENCY: { fr: 'La devise « {value} » est inconnue.', en: 'The currency “{value}” is unknown.' },
  NOT_POSITIVE_QUANTITY: {
    fr: 'La quantité n’est pas positive dans une commande non annulée ({value}).',
    en: 'The quantity is not positive in an order that is not cancelled ({value}).',
  },
  NOT_POSITIVE_PRICE: {
    fr: 'Le prix n’est pas positif dans une commande non annulée ({value}).',
    en: 'The price is not positive in an order that is not cancelled ({value}).',
  },
  OTHER_CUSTOMER: {
    fr: 'Cette commande est d’un autre client que « {value} ».',
    en: 'This order is of another customer than “{value}”.',
  },
  OTHER_CURRENCY: {
    fr: 'Cette commande est dans une autre devise que « {value} ».',
    en: 'This order is in another currency than “{value}”.',
  },
  LINE_AMOUNT_TOO_LARGE: { fr: 'Le montant {value} est trop grand.', en: 'The amount {value} is too large.' },
  TEXT_TOO_LONG: { fr: 'Un texte est trop long : {value}', en: 'A text is too long: {value}' },
  BAD_CHARACTER: { fr: 'La ligne contient un caractère nul.', en: 'The line holds a NUL character.' },
  WRONG_COLUMN_COUNT: {
    fr: 'La ligne n’a pas autant de colonnes que l’en-tête ({value}).',
    en: 'The line has not as many columns as the header ({value}).',
  },
});

/** Why a whole file was refused. Nothing of it was imported. */
defineWords({
  EMPTY_ORDER_FILE: { fr: 'Le fichier est vide.', en: 'The file is empty.' },
  NOT_TEXT: {
    fr: 'Ce n’est pas un fichier CSV : enregistrez le classeur au format CSV.',
    en: 'Not a CSV file: save the workbook as CSV.',
  },
  BAD_GZIP: {
    fr: 'Le fichier compressé est abîmé ou incomplet.',
    en: 'The compressed file is damaged or incomplete.',
  },
  MISSING_COLUMN: {
    fr: 'Il manque la colonne « {field} ». Colonnes lues, séparées par {separator} : {headers}. Nommez-la : {field}=VotreColonne.',
    en: 'The column “{field}” is missing. Columns read, separated by {separator}: {headers}. Name it: {field}=YourColumn.',
  },
  UNKNOWN_COLUMN: {
    fr: 'Il n’y a pas de colonne « {header} ». Colonnes lues, séparées par {separator} : {headers}.',
    en: 'There is no column “{header}”. Columns read, separated by {separator}: {headers}.',
  },
  UNKNOWN_FIELD: {
    fr: '« {field} » n’est pas un champ de commande. Les champs : {fields}.',
    en: '“{field}” is not a field of an order. The fields: {fields}.',
  },
  OPEN_QUOTE: {
    fr: 'Ligne {line} : un guillemet est ouvert et n’est jamais fermé.',
    en: 'Line {line}: a quote is opened and never closed.',
  },
  LINE_TOO_LONG: {
    fr: 'Ligne {line} : elle est trop longue pour une ligne de commande. Un guillemet est-il resté ouvert ?',
    en: 'Line {line}: too long for a line of an order. Was a quote left open?',
  },
  MIXED_DATES: {
    fr: 'Les lignes {dayFirst} et {monthFirst} écrivent la date dans deux ordres différents. Dites lequel vaut.',
    en: 'Lines {dayFirst} and {monthFirst} write dates in two different orders. Say which one holds.',
  },
  UNKNOWN_CURRENCY: { fr: 'Devise inconnue : {currency}.', en: 'Unknown currency: {currency}.' },
  UNKNOWN_TIME_ZONE: { fr: 'Fuseau horaire inconnu : {timeZone}.', en: 'Unknown time zone: {timeZone}.' },
  INTERRUPTED: {
    fr: 'L’import a été interrompu. Renvoyez le fichier : rien ne sera importé deux fois.',
    en: 'The import was interrupted. Send the file again: nothing comes twice.',
  },
  IMPORT_FAILED: {
    fr: 'L’import s’est arrêté sur une erreur de notre côté. Ce qui était importé le reste.',
    en: 'The import stopped at an error on our side. What was imported stays.',
  },
  IMPORT_TOO_LARGE: {
    fr: 'Ce fichier est trop gros pour le portail : compressez-le en .gz, ou importez-le en ligne de commande.',
    en: 'This file is too large for the portal: compress it to .gz, or import it on the command line.',
  },
});
