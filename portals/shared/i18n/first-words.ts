/** Asked for before the portal itself: what sign-in and the frame say. Built into one file a language. */
export const firstWords = ['ui', 'frame', 'auth', 'portals', 'notification', 'nav'];
