/** Made-up customers and orders whose truth is known: families, namesakes, colleagues, slips of the finger, and people nobody knows. */

export interface MadeUp {
  id: string;
  email: string;
  phone: string;
  name: string;
  address: string;
  city: string;
  postcode: string;
}

export interface MadeUpOptions {
  clients: number;
  orders: number;
  /** Which part of the orders is of a client. */
  known: number;
  /** How often a field is left empty. */
  missing: number;
  /** How often a field has a slip. */
  slips: number;
  companies: number;
  without?: (keyof MadeUp)[];
  seed: number;
}

const words = (text: string): string[] => text.trim().split(/\s+/);
const FIRST =
  words(`Marie Jean Pierre Michel Nathalie Isabelle Philippe Catherine Alain Nicolas Christophe Sophie Patrick Martine Sandrine Thomas
  Julie Julien Céline Stéphane Laurent Camille Léa Manon Chloé Emma Lucas Hugo Louis Jules Gabriel Inès Fatima Mohamed Karim Nadia Yanis Zoé
  Éléonore Anaïs Maëlle Loïc Gaël Yves Yannick Solène Margaux Baptiste Mathilde Romain Aurélie Benoît Cédric Delphine Fabrice Gaëtan`);
const LAST =
  words(`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel
  Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Faure Andre Mercier Blanc Guerin Boyer Garnier Chevalier Francois
  Legrand Gauthier Garcia Perrin Robin Clement Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire
  Noel Meyer Dufour Meunier Brun Blanchard Giraud Joly Riviere Lucas Brunet Gaillard Barbier Arnaud Martinez Gerard Roche Renard Schmitt Roy
  Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoit Rey Leclerc Payet
  Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez
  Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carre Charles Renault Charpentier Menard Maillard Baron Bertin Bailly
  Hervé Schneider Fernandez Collet Leger Bouvier Julien Prevost Millet Perrot Daniel Cousin Germain Breton Besson Langlois Remy Pelletier`);
const TRADE = words(
  'Boulangerie Garage Menuiserie Plomberie Cabinet Atelier Transports Pharmacie Hôtel Restaurant Imprimerie Jardins Maison Groupe',
);
const FORM = words('SARL SAS SASU EURL SA');
const CITY = [
  ['Paris', '75011'], ['Paris', '75015'], ['Marseille', '13008'], ['Lyon', '69003'], ['Toulouse', '31000'], ['Nice', '06000'],
  ['Nantes', '44000'], ['Montpellier', '34000'], ['Strasbourg', '67000'], ['Bordeaux', '33000'], ['Lille', '59000'], ['Rennes', '35000'],
  ['Saint-Étienne', '42000'], ['Le Havre', '76600'], ['Grenoble', '38000'], ['Dijon', '21000'], ['Angers', '49000'], ['Brest', '29200'],
]; // biome-ignore format: a table
const STREET = words(
  'Victor-Hugo Gambetta République Pasteur Voltaire Jaurès Foch Clemenceau Moulin Lilas Acacias Église Gare Écoles Marché Fontaine Tilleuls',
);
const KIND = ['rue', 'avenue', 'boulevard', 'place', 'chemin'];
const SHORT: Record<string, string> = { avenue: 'av.', boulevard: 'bd', place: 'pl.', chemin: 'ch.', rue: 'r.' };
const PUBLIC = words('gmail.com orange.fr free.fr hotmail.fr yahoo.fr laposte.net wanadoo.fr sfr.fr');

/** Numbers that look like chance and are the same everywhere. */
function chance(seed: number) {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    next,
    below: (most: number) => Math.floor(next() * most),
    /** The first ones more often, as names and towns go. */
    one: <T>(list: readonly T[]): T => list[Math.floor(list.length * next() ** 1.7)],
  };
}

const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();

export function madeUp(options: MadeUpOptions): {
  clients: MadeUp[];
  orders: MadeUp[];
  truth: [order: string, client: string][];
} {
  const { next, below, one } = chance(options.seed);
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  const somebody = (): Omit<MadeUp, 'id'> => {
    const [city, postcode] = one(CITY);
    const address = `${1 + below(120)} ${one(KIND)} ${one(STREET)}`;
    if (next() < options.companies) {
      const last = one(LAST);
      const name = `${next() < 0.5 ? `${one(FORM)} ` : ''}${one(TRADE)} ${last}`;
      const domain = `${ascii(name)}-${ascii(city)}${below(20)}.fr`;
      return {
        name,
        email: `${one(['contact', 'compta', ascii(last)])}@${domain}`,
        phone: `01${digits(8)}`,
        address,
        city,
        postcode,
      };
    }
    const [first, last] = [one(FIRST), one(LAST)];
    const email = `${ascii(first)}${one(['.', '', '_'])}${ascii(last)}${below(999)}@${one(PUBLIC)}`;
    return { name: `${first} ${last}`, email, phone: `06${digits(8)}`, address, city, postcode };
  };
  /** The same house and family; often the same line. */
  const relative = (of: Omit<MadeUp, 'id'>): Omit<MadeUp, 'id'> => {
    if (of.email.endsWith('.fr') && of.phone.startsWith('01')) return somebody();
    const last = of.name.split(' ').slice(1).join(' ');
    const first = one(FIRST);
    const email = `${ascii(first)}.${ascii(last)}${below(99)}@${one(PUBLIC)}`;
    return { ...of, name: `${first} ${last}`, email, phone: next() < 0.3 ? of.phone : `06${digits(8)}` };
  };
  const slip = (text: string): string => {
    if (text.length < 4) return text;
    const at = 1 + below(text.length - 2);
    const kind = below(4);
    if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
    if (kind === 1) return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
    if (kind === 2) return text.slice(0, at) + text[at] + text.slice(at);
    return text.slice(0, at) + 'aeiou'[below(5)] + text.slice(at + 1);
  };
  const written = (who: Omit<MadeUp, 'id'>, id: string): MadeUp => {
    const record: MadeUp = { ...who, id };
    if (next() < 0.25) record.name = record.name.split(' ').reverse().join(' ');
    if (next() < 0.2) record.name = record.name.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '');
    if (next() < 0.1) record.name = record.name.replace(/^(\p{L})\p{L}+/u, '$1.');
    if (next() < 0.3) record.address = record.address.replace(/\b(\w+)\b/g, (word) => SHORT[word] ?? word);
    if (next() < 0.4) record.phone = `+33 ${record.phone.slice(1, 2)} ${record.phone.slice(2).replace(/(..)(?=.)/g, '$1 ')}`;
    if (next() < 0.1 && record.email.endsWith('@gmail.com')) record.email = record.email.replace('@', '+shop@');
    for (const field of ['email', 'phone', 'name', 'address', 'city', 'postcode'] as const) {
      if (next() < options.slips) record[field] = slip(record[field]);
      if (next() < options.missing || options.without?.includes(field)) record[field] = '';
    }
    return record;
  };
  const people: Omit<MadeUp, 'id'>[] = [];
  while (people.length < options.clients)
    people.push(people.length > 0 && next() < 0.12 ? relative(people[below(people.length)]) : somebody());
  const clients = people.map((who, i) => written(who, `C${i}`));
  const truth: [string, string][] = [];
  const orders = Array.from({ length: options.orders }, (_, i) => {
    if (next() < options.known) {
      const at = below(people.length);
      truth.push([`O${i}`, `C${at}`]);
      // Some moved, some have another address to be written to.
      const who = { ...people[at] };
      if (next() < 0.1) Object.assign(who, { email: somebody().email });
      if (next() < 0.08) Object.assign(who, { phone: `07${digits(8)}` });
      if (next() < 0.08) {
        const { address, city, postcode } = somebody();
        Object.assign(who, { address, city, postcode });
      }
      return written(who, `O${i}`);
    }
    return written(next() < 0.15 ? relative(people[below(people.length)]) : somebody(), `O${i}`);
  });
  return { clients, orders, truth };
}
