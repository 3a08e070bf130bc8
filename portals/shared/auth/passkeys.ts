/** Whether this browser knows passkeys, and this site can have some: an address in numbers can't. */
export const passkeysWork = (): boolean =>
  'PublicKeyCredential' in window && window.isSecureContext && !/^(\d+\.){3}\d+$|^\[/.test(location.hostname);
