import { defineWords } from '../../core/words.js';

/** Why a line was refused, whatever the file brings. `{value}` is what stands there. */
defineWords({
  TEXT_TOO_LONG: { fr: 'Un texte est trop long : {value}', en: 'A text is too long: {value}' },
  BAD_CHARACTER: { fr: 'La ligne contient un caractère nul.', en: 'The line holds a NUL character.' },
  WRONG_COLUMN_COUNT: {
    fr: 'La ligne n’a pas autant de colonnes que l’en-tête ({value}).',
    en: 'The line has not as many columns as the header ({value}).',
  },
});

/** Why a whole file was refused. Nothing of it was imported. */
defineWords({
  EMPTY_IMPORT_FILE: { fr: 'Le fichier est vide.', en: 'The file is empty.' },
  NOT_TEXT: {
    fr: 'Ce n’est ni un fichier CSV ni un classeur .xlsx lisible : un ancien classeur .xls, ou un classeur protégé, s’enregistre en .xlsx ou en CSV.',
    en: 'Neither a CSV file nor an .xlsx workbook that can be read: save an old .xls workbook, or a locked one, as .xlsx or CSV.',
  },
  BAD_WORKBOOK: {
    fr: 'Le classeur est abîmé ou incomplet. Ouvrez-le dans un tableur et enregistrez-le de nouveau.',
    en: 'The workbook is damaged or incomplete. Open it in a spreadsheet and save it again.',
  },
  WORKBOOK_TOO_LARGE: {
    fr: 'Ce classeur est trop gros une fois décompressé : enregistrez la feuille au format CSV.',
    en: 'This workbook is too large once unpacked: save the sheet as CSV.',
  },
  UNKNOWN_SHEET: {
    fr: 'Il n’y a pas de feuille « {sheet} ». Les feuilles : {sheets}.',
    en: 'There is no sheet “{sheet}”. The sheets: {sheets}.',
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
  MISSING_SHEET_COLUMN: {
    fr: 'Il manque la colonne « {field} ». Colonnes lues : {headers}. Nommez-la : {field}=VotreColonne.',
    en: 'The column “{field}” is missing. Columns read: {headers}. Name it: {field}=YourColumn.',
  },
  UNKNOWN_SHEET_COLUMN: {
    fr: 'Il n’y a pas de colonne « {header} ». Colonnes lues : {headers}.',
    en: 'There is no column “{header}”. Columns read: {headers}.',
  },
  UNKNOWN_FIELD: {
    fr: '« {field} » n’est pas un champ de ce fichier. Les champs : {fields}.',
    en: '“{field}” is not a field of such a file. The fields: {fields}.',
  },
  OPEN_QUOTE: {
    fr: 'Ligne {line} : un guillemet est ouvert et n’est jamais fermé.',
    en: 'Line {line}: a quote is opened and never closed.',
  },
  LINE_TOO_LONG: {
    fr: 'Ligne {line} : elle est trop longue pour une ligne. Un guillemet est-il resté ouvert ?',
    en: 'Line {line}: too long for a line. Was a quote left open?',
  },
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
