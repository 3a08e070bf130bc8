/** Kept while somebody is signed in on this device: the portal is then fetched before it is known that the session is open. */
export const signedInKey = 'prisme.signed-in';
