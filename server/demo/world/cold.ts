export interface Fluid {
  label: string;
  /** Where it is called otherwise in English. */
  labelEn?: string;
  /** No new plant has it. */
  retired: boolean;
}

/** What makes plants cold. Of those with a high warming potential the European F-gas regulation leaves old plants only. */
export const fluids: readonly Fluid[] = [
  { label: 'CO₂ (R-744)', retired: false },
  { label: 'Propane (R-290)', retired: false },
  { label: 'Ammoniac (R-717)', labelEn: 'Ammonia (R-717)', retired: false },
  { label: 'R-448A', retired: false },
  { label: 'R-404A', retired: true },
];

/** What whoever comes should know. */
export const accesses: readonly string[] = [
  'Portail côté quai, badge à demander à l’accueil',
  'Sonner au 2, livraisons avant 11 h',
  'Camion de plus de 12 t : entrée par la rue du Moulin',
  'Chaussures de sécurité et charlotte obligatoires',
  'Clé de la chaufferie chez le gardien',
  'Parking au fond de la cour, hauteur limitée à 2,10 m',
];
