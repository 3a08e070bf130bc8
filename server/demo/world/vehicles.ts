/** What carries cold goods, with the maker's three signs of a VIN. */
export const makes = [
  { brand: 'Renault Trucks', models: ['D Wide', 'T 440', 'Master'], maker: 'VF6' },
  { brand: 'Mercedes-Benz', models: ['Actros 1845', 'Atego 1224', 'Sprinter 519'], maker: 'WDB' },
  { brand: 'Iveco', models: ['Daily 70C', 'Eurocargo', 'S-Way'], maker: 'ZCF' },
  { brand: 'Volvo', models: ['FH 500', 'FL 280'], maker: 'YV2' },
  { brand: 'DAF', models: ['XF 480', 'LF 260'], maker: 'XLR' },
  { brand: 'Renault', models: ['Trafic', 'Kangoo'], maker: 'VF1' },
] as const;

/** Neither I, O nor U: the SIV leaves them out. */
export const plateLetters = [...'ABCDEFGHJKLMNPQRSTVWXYZ'];
export const vinSigns = [...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'];

/** What is done on a refrigerated vehicle, and what it costs in euros. */
export const works: readonly (readonly [string, number])[] = [
  ['Révision annuelle du groupe frigorifique', 640],
  ['Remplacement de la courroie du compresseur', 285],
  ['Recherche de fuite et recharge en fluide R-452A', 920],
  ['Attestation ATP : contrôle à six ans', 780],
  ['Remplacement de l’enregistreur de température', 430],
  ['Joints de porte arrière à changer', 360],
  ['Nettoyage des évaporateurs', 195],
  ['Remplacement du condenseur', 1480],
];
