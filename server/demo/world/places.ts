import type { PhoneZone } from './identity.js';

export interface Place {
  city: string;
  postalCode: string;
  /** Degrees, WGS 84, of the town hall or near. */
  latitude: number;
  longitude: number;
  zone: PhoneZone;
}

/** Communes with one of their postal codes, where they are, and the zone their phone numbers are from. */
const LIST = `
Brest|29200|48.3904|-4.4861|2
Guipavas|29490|48.4346|-4.4003|2
Quimper|29000|47.9960|-4.1024|2
Morlaix|29600|48.5776|-3.8282|2
Landerneau|29800|48.4497|-4.2480|2
Plougastel-Daoulas|29470|48.3723|-4.3703|2
Concarneau|29900|47.8729|-3.9210|2
Douarnenez|29100|48.0926|-4.3289|2
Roscoff|29680|48.7263|-3.9873|2
Carhaix-Plouguer|29270|48.2756|-3.5732|2
Crozon|29160|48.2461|-4.4899|2
Le Conquet|29217|48.3603|-4.7711|2
Trégunc|29910|47.8540|-3.8530|2
Lannion|22300|48.7324|-3.4566|2
Saint-Brieuc|22000|48.5142|-2.7658|2
Paimpol|22500|48.7784|-3.0458|2
Guingamp|22200|48.5619|-3.1510|2
Dinan|22100|48.4556|-2.0502|2
Rennes|35000|48.1173|-1.6778|2
Saint-Malo|35400|48.6493|-2.0257|2
Fougères|35300|48.3525|-1.1991|2
Vitré|35500|48.1239|-1.2089|2
Vannes|56000|47.6582|-2.7608|2
Lorient|56100|47.7483|-3.3702|2
Auray|56400|47.6688|-2.9836|2
Pontivy|56300|48.0681|-2.9626|2
Quiberon|56170|47.4840|-3.1190|2
Nantes|44000|47.2184|-1.5536|2
Saint-Nazaire|44600|47.2735|-2.2138|2
La Baule-Escoublac|44500|47.2868|-2.3933|2
Cholet|49300|47.0603|-0.8792|2
Angers|49000|47.4784|-0.5632|2
Laval|53000|48.0706|-0.7734|2
Le Mans|72000|48.0061|0.1996|2
La Roche-sur-Yon|85000|46.6705|-1.4260|2
Caen|14000|49.1829|-0.3707|2
Cherbourg-en-Cotentin|50100|49.6337|-1.6221|2
Tours|37000|47.3941|0.6848|2
Orléans|45000|47.9030|1.9093|2
Rouen|76000|49.4432|1.0993|2
Paris|75011|48.8590|2.3780|1
Rungis|94150|48.7487|2.3499|1
Lille|59000|50.6292|3.0573|3
Boulogne-sur-Mer|62200|50.7264|1.6147|3
Reims|51100|49.2583|4.0317|3
Strasbourg|67000|48.5734|7.7521|3
Nancy|54000|48.6921|6.1844|3
Dijon|21000|47.3220|5.0415|3
Lyon|69003|45.7597|4.8500|4
Grenoble|38000|45.1885|5.7245|4
Annecy|74000|45.8992|6.1294|4
Clermont-Ferrand|63000|45.7772|3.0870|4
Marseille|13002|43.3050|5.3660|4
Nice|06000|43.7102|7.2620|4
Montpellier|34000|43.6108|3.8767|4
Sète|34200|43.4045|3.6929|4
Ajaccio|20000|41.9192|8.7386|4
Toulouse|31000|43.6047|1.4442|5
Bordeaux|33000|44.8378|-0.5792|5
Bayonne|64100|43.4929|-1.4748|5
Arcachon|33120|44.6583|-1.1689|5
La Rochelle|17000|46.1603|-1.1511|5
Limoges|87000|45.8336|1.2611|5
Saint-Denis|97400|-20.8789|55.4481|5
Saint-Pierre|97410|-21.3393|55.4781|5
Le Port|97420|-20.9373|55.2919|5
Fort-de-France|97200|14.6037|-61.0670|5
Le Lamentin|97232|14.6136|-60.9953|5
Le Robert|97231|14.6775|-60.9423|5`;

export const places: readonly Place[] = LIST.trim()
  .split('\n')
  .map((line) => {
    const [city, postalCode, latitude, longitude, zone] = line.split('|');
    return { city, postalCode, latitude: Number(latitude), longitude: Number(longitude), zone: Number(zone) as PhoneZone };
  });

export function placeOf(postalCode: string): Place {
  const place = places.find((known) => known.postalCode === postalCode);
  if (!place) throw new Error(`no place with postal code ${postalCode}`);
  return place;
}

export const streets = [
  'rue de la Gare',
  'rue du Port',
  'rue Victor-Hugo',
  'avenue Jean-Jaurès',
  'rue des Écoles',
  'rue de l’Église',
  'place du Marché',
  'rue Anatole-France',
  'boulevard de la Liberté',
  'rue Pasteur',
  'chemin des Dunes',
  'rue du Général-de-Gaulle',
  'quai de la République',
  'rue des Artisans',
  'allée des Tilleuls',
  'rue du Moulin',
  'rue de la Fontaine',
  'impasse des Genêts',
  'rue Louise-Michel',
  'route de la Corniche',
] as const;

export const complements = [
  'Bâtiment B',
  'ZA du Grand Large',
  'Parc d’activités Nord',
  '2e étage',
  'Zone portuaire',
  'Cour intérieure',
] as const;
