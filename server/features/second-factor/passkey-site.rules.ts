/** The site that passkeys are made for, from the address the product is configured with: never from what a request says. */
export interface PasskeySite {
  id: string;
  origins: string[];
}

const NUMBERS = /^(\d+\.){3}\d+$|^\[/;

/** An address in numbers can have none. On one's own machine, the same product is also at localhost, which can. */
export function passkeySite(origin: string): PasskeySite {
  const { hostname, port, protocol } = new URL(origin);
  if (!NUMBERS.test(hostname)) return { id: hostname, origins: [origin] };
  return { id: 'localhost', origins: [`${protocol}//localhost${port ? `:${port}` : ''}`] };
}
