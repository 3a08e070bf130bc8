export type Place = { street?: string | null; postalCode?: string | null; city?: string | null };

/** 12 rue de Kerscao, 29490 Guipavas; empty when it is done from anywhere. */
export function placeOf({ street, postalCode, city }: Place): string {
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [street, town].filter(Boolean).join(', ');
}

/** Opens the way there in the map application of the phone, or in a page. */
export const wayTo = (place: Place): string =>
  `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(placeOf(place))}`;
