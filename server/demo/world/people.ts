/** The demo's password, on the sign-in page and in the README. */
export const DEMO_PASSWORD = 'prisme-demo-360';

export interface Person {
  name: string;
  email: string;
  role: 'client' | 'prestataire' | 'revendeur' | 'staff' | 'manager' | 'admin' | 'superadmin';
  /** A second role, and so a second portal. */
  also?: Person['role'];
  phone: string;
  /** Signs in with the demo's password; the others have none. */
  signsIn?: true;
  /** Of a client: the customer's name, and what they may see there. */
  member?: { of: string; finance: boolean; documents: boolean; projects: boolean; tickets: boolean };
}

const everything = { finance: true, documents: true, projects: true, tickets: true };

/** Who works with Groupe Hélia's Prisme. */
export const people = {
  claire: { name: 'Claire Aubry', email: 'superadmin@prisme.demo', role: 'superadmin', phone: '+33261911001', signsIn: true },
  maelle: {
    name: 'Maëlle Kervella',
    email: 'client@prisme.demo',
    role: 'client',
    phone: '+33261919144',
    signsIn: true,
    member: { of: 'Transports Kervella', ...everything },
  },
  yann: { name: 'Yann Le Goff', email: 'prestataire@prisme.demo', role: 'prestataire', phone: '+33261912210', signsIn: true },
  soazig: {
    name: 'Soazig Hénaff',
    email: 'revendeur@prisme.demo',
    role: 'revendeur',
    also: 'prestataire',
    phone: '+33261913320',
    signsIn: true,
  },
  nadia: { name: 'Nadia Benali', email: 'nadia.benali@groupe-helia.example', role: 'admin', phone: '+33261911002' },
  thomas: { name: 'Thomas Rivière', email: 'thomas.riviere@groupe-helia.example', role: 'manager', phone: '+33261911003' },
  gwen: { name: 'Gwenaëlle Le Bihan', email: 'gwenaelle.lebihan@groupe-helia.example', role: 'staff', phone: '+33261911004' },
  loic: { name: 'Loïc Madec', email: 'loic.madec@groupe-helia.example', role: 'staff', phone: '+33261911005' },
  ronan: { name: 'Ronan Quéméneur', email: 'ronan@quemeneur-electricite.example', role: 'prestataire', phone: '+33261912211' },
  katell: { name: 'Katell Le Roux', email: 'katell@isolation-leroux.example', role: 'prestataire', phone: '+33261912212' },
  youssef: { name: 'Youssef Amrani', email: 'youssef@thermie-loire.example', role: 'prestataire', phone: '+33261912213' },
  elodie: { name: 'Élodie Payet', email: 'elodie@froid-bourbon.example', role: 'prestataire', phone: '+33536491214' },
  samir: { name: 'Samir Haddad', email: 'samir.haddad@ouest-solutions.example', role: 'revendeur', phone: '+33261913321' },
  ines: { name: 'Inès Morel', email: 'ines.morel@morel-energies.example', role: 'revendeur', phone: '+33261913322' },
  jeanMarc: {
    name: 'Jean-Marc Célestine',
    email: 'jm.celestine@antilles-froid.example',
    role: 'revendeur',
    phone: '+33536491323',
  },
  erwan: {
    name: 'Erwan Tanguy',
    email: 'erwan.tanguy@transports-kervella.example',
    role: 'client',
    phone: '+33261919145',
    member: { of: 'Transports Kervella', finance: true, documents: true, projects: false, tickets: false },
  },
  solenn: {
    name: 'Solenn Abgrall',
    email: 'solenn.abgrall@transports-kervella.example',
    role: 'client',
    phone: '+33261919146',
    member: { of: 'Transports Kervella', finance: false, documents: true, projects: true, tickets: true },
  },
  herve: {
    name: 'Hervé Lemarchand',
    email: 'herve@boulangeries-lemarchand.example',
    role: 'client',
    phone: '+33261919210',
    member: { of: 'Boulangeries Lemarchand', ...everything },
  },
  anne: {
    name: 'Anne Castel',
    email: 'anne.castel@clinique-grands-pins.example',
    role: 'client',
    phone: '+33261919260',
    member: { of: 'Clinique des Grands Pins', ...everything },
  },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof people;
