import { defineWords } from '../../core/words.js';

/** Why a line of a customer file was refused; the header of the cell stands before it. */
defineWords({
  NO_CUSTOMER_NAME: { fr: 'Le client n’a pas de nom.', en: 'The customer has no name.' },
  NO_CUSTOMER_KEY: {
    fr: 'Rien ne permet de reconnaître ce client une autre fois : ni référence, ni SIRET, ni e-mail, ni téléphone, ni adresse.',
    en: 'Nothing says who this customer is when the file comes again: no reference, SIRET, e-mail, phone number or address.',
  },
  SHORTENED_NUMBER: {
    fr: 'Un tableur a abrégé ce nombre ({value}) : ses derniers chiffres sont perdus. Mettez la colonne au format Texte et ressaisissez-le.',
    en: 'A spreadsheet shortened this number ({value}): its last digits are lost. Format the column as text and type it again.',
  },
  SPREADSHEET_ERROR: {
    fr: 'Le tableur n’a pas su calculer cette cellule ({value}).',
    en: 'The spreadsheet could not work out this cell ({value}).',
  },
  LOST_ZERO: {
    fr: 'Ce code postal n’a que 4 chiffres ({value}) : un tableur a sans doute ôté le zéro du début. Sinon, indiquez le pays.',
    en: 'This postal code has 4 digits only ({value}): a spreadsheet may have taken the leading zero. If not, name the country.',
  },
  POSTAL_CODE_ELSEWHERE: {
    fr: 'Ce code postal ({value}) n’est pas un code de cette commune.',
    en: 'This postal code ({value}) is not one of that commune.',
  },
  INCOMPLETE_ADDRESS: {
    fr: 'L’adresse est incomplète : il faut la rue, le code postal et la ville.',
    en: 'The address is incomplete: it takes street, postal code and city.',
  },
  UNREADABLE_ADDRESS: {
    fr: 'Cette adresse n’est pas lisible en une cellule : écrivez « 12 rue de Siam, 29200 Brest », ou séparez les colonnes.',
    en: 'This address can’t be read from one cell: write “12 rue de Siam, 29200 Brest”, or use a column for each part.',
  },
  CONTACT_WITHOUT_NAME: { fr: 'Ce contact n’a pas de nom.', en: 'This contact has no name.' },
  BAD_CUSTOMER_KIND: {
    fr: 'Type inconnu : écrivez « entreprise » ou « particulier ».',
    en: 'Unknown kind: write “company” or “person”.',
  },
  BAD_CUSTOMER_STATUS: {
    fr: 'Statut inconnu : écrivez « actif » ou « inactif ».',
    en: 'Unknown status: write “active” or “inactive”.',
  },
  BAD_CREATION_DATE: {
    fr: 'Cette date n’existe pas, n’est pas lisible ou est à venir : écrivez 2026-11-20 ou 20/11/2026.',
    en: 'This date does not exist, can’t be read or is yet to come: write 2026-11-20 or 20/11/2026.',
  },
  OTHER_VALUES: {
    fr: 'Une ligne plus haut est du même client et dit autre chose. Une ligne de plus n’apporte qu’un contact ou une adresse.',
    en: 'A line above is of the same customer and says otherwise. A further line brings a contact or an address only.',
  },
  SIRET_TWICE: {
    fr: 'Une ligne plus haut a ce SIRET sous une autre référence.',
    en: 'A line above has this SIRET with another reference.',
  },
  SUPPRESSED: {
    fr: 'Cette personne a été effacée à sa demande : un fichier ne la ramène pas.',
    en: 'This person was erased at their request: no file brings them back.',
  },
  REFERENCE_CLASH: {
    fr: 'C’est la référence d’un autre client chez nous ({value}). Donnez un préfixe aux références du fichier.',
    en: 'This is the reference of another customer of ours ({value}). Give the file’s references a prefix.',
  },
  TOO_MANY_TAGS: { fr: 'Il y a trop d’étiquettes.', en: 'There are too many tags.' },
  MISSING_NAME_COLUMN: {
    fr: 'Aucune colonne ne dit le nom du client. Colonnes lues : {headers}. Désignez celle du nom ou de la société.',
    en: 'No column says the customer’s name. Columns read: {headers}. Say which one is the name or the company.',
  },
});
