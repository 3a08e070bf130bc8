import type { Trade } from './companies.js';

export interface Item {
  sku: string;
  label: string;
  unit: string;
  /** Before VAT, in cents. */
  unitCents: number;
  /** The most one orders at once. */
  most: number;
}

const item = (sku: string, label: string, unitCents: number, most = 4, unit = 'u'): Item => ({
  sku,
  label,
  unitCents,
  most,
  unit,
});

/** Ordered by everybody. */
const common: readonly Item[] = [
  item('FIL-G4-500', 'Filtre à air G4, 500 × 500', 1_890, 24),
  item('NET-EVA-5', 'Nettoyant évaporateur, bidon de 5 l', 4_250, 8),
  item('JNT-PORTE', 'Joint de porte magnétique, le mètre', 2_140, 12, 'm'),
  item('SON-TEMP', 'Sonde de température étalonnée', 8_900, 6),
  item('THE-DIG', 'Thermostat digital deux étages', 14_600, 4),
  item('REL-TEMP', 'Enregistreur de températures connecté, un an de service', 28_800, 4),
  item('KIT-DEGIV', 'Kit de dégivrage', 21_500, 3),
  item('VEN-EVA-300', 'Ventilateur d’évaporateur 300 mm', 17_900, 6),
];

const heavy: readonly Item[] = [
  item('CMP-4CV', 'Compresseur semi-hermétique 4 CV', 289_000, 2),
  item('CMP-7CV', 'Compresseur semi-hermétique 7,5 CV', 418_000, 1),
  item('CON-AIR-20', 'Condenseur à air 20 kW', 312_500, 2),
  item('FLU-448A', 'Fluide R-448A, bouteille de 10 kg', 51_600, 6),
  item('PAN-ISO-100', 'Panneau isotherme 100 mm', 9_800, 40, 'm²'),
  item('RID-LAN', 'Rideau à lanières, quai', 38_400, 4),
  item('DET-FUITE', 'Détecteur de fuite, avec alarme', 64_500, 3),
];

const byTrade: Partial<Record<Trade, readonly Item[]>> = {
  transport: [
    ...heavy,
    item('GRP-CAM-6', 'Groupe frigorifique pour camion, 6 m', 684_000, 2),
    item('CTL-ATP', 'Contrôle ATP d’un véhicule', 39_500, 6),
  ],
  bakery: [
    item('CHB-POUSSE', 'Chambre de pousse 2 chariots', 542_000, 1),
    item('VIT-PAT', 'Vitrine pâtisserie 1,5 m', 368_000, 2),
    ...heavy.slice(3, 5),
  ],
  health: [
    item('ARM-VACC', 'Armoire à vaccins 300 l', 246_000, 3),
    item('CTA-HEPA', 'Filtre HEPA H14 pour salle', 42_700, 8),
    item('ALA-GSM', 'Alarme autonome avec appel', 33_500, 3),
  ],
  hotel: [
    item('PAC-12', 'Pompe à chaleur air-eau 12 kW', 762_000, 1),
    item('CLI-MONO', 'Climatiseur monosplit 3,5 kW', 118_500, 8),
    item('MIN-BAR', 'Mini-bar silencieux 40 l', 28_900, 20),
  ],
  plant: [
    ...heavy,
    item('GRP-EAU-60', 'Groupe d’eau glacée 60 kW', 1_284_000, 1),
    item('VAR-FREQ', 'Variateur de fréquence 15 kW', 96_400, 3),
  ],
  housing: [
    item('CHA-GAZ-80', 'Chaudière à condensation 80 kW', 894_000, 1),
    item('VMC-COL', 'Caisson de VMC collective', 212_000, 2),
  ],
  shop: [
    item('VIT-REF-2', 'Vitrine réfrigérée 2 m', 412_000, 2),
    item('ARM-POS', 'Armoire positive 600 l', 186_000, 2),
    ...heavy.slice(3, 5),
  ],
  public: [
    item('CHA-GAZ-80', 'Chaudière à condensation 80 kW', 894_000, 1),
    item('CEL-REF', 'Cellule de refroidissement 10 niveaux', 487_000, 1),
    item('CLI-MONO', 'Climatiseur monosplit 3,5 kW', 118_500, 4),
  ],
  sea: [
    ...heavy,
    item('MAC-GLA-500', 'Machine à glace en écailles 500 kg', 926_000, 1),
    item('GRP-VIV', 'Groupe de vivier eau de mer 15 kW', 738_000, 1),
  ],
  kitchen: [
    item('CEL-REF', 'Cellule de refroidissement 10 niveaux', 487_000, 1),
    item('HOT-EXT', 'Hotte avec extraction 2 m', 274_000, 1),
    item('ARM-NEG', 'Armoire négative 600 l', 214_000, 2),
  ],
  office: [
    item('CLI-MULTI', 'Climatiseur multisplit 3 unités', 348_000, 2),
    item('CLI-BAIE', 'Climatiseur de baie informatique', 196_000, 1),
  ],
  farm: [
    item('CHF-20', 'Chambre froide 20 m², posée', 1_146_000, 1),
    item('HUM-SER', 'Humidificateur de serre', 128_000, 3),
    ...heavy.slice(3, 5),
  ],
  school: [
    item('ARM-POS', 'Armoire positive 600 l', 186_000, 3),
    item('CEL-REF', 'Cellule de refroidissement 10 niveaux', 487_000, 1),
  ],
  person: [
    item('CLI-MONO', 'Climatiseur monosplit 3,5 kW', 118_500, 2),
    item('CAV-VIN', 'Cave à vin 120 bouteilles', 94_900, 1),
    item('ENT-AN', 'Entretien annuel', 16_900, 1),
  ],
};

export const itemsFor = (trade: Trade): { common: readonly Item[]; own: readonly Item[] } => ({
  common,
  own: byTrade[trade] ?? heavy,
});
