/** A browser, as far as sessions are concerned: it keeps the cookies it is given. */
export class Browser {
  private readonly jar = new Map<string, string>();
  /** What was said beside the value when each was last set. */
  readonly attributes = new Map<string, string>();

  constructor(
    private readonly origin: string,
    readonly userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
  ) {}

  /** The session's cookie, as it is sent. */
  get cookie(): string | null {
    return this.jar.get('prisme') ?? null;
  }

  set cookie(value: string | null) {
    if (value === null) this.jar.delete('prisme');
    else this.jar.set('prisme', value);
  }

  get device(): string | null {
    return this.jar.get('prisme-device') ?? null;
  }

  set device(value: string | null) {
    if (value === null) this.jar.delete('prisme-device');
    else this.jar.set('prisme-device', value);
  }

  // biome-ignore lint/suspicious/noExplicitAny: the shape is what each test asks for
  async send(query: string, variables: object = {}, headers: Record<string, string> = {}, origin = this.origin): Promise<any> {
    const cookie = [...this.jar.values()].join('; ');
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': this.userAgent,
        'apollo-require-preflight': 'true',
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair, ...attributes] = set.split('; ');
      const [name] = pair.split('=');
      if (pair.endsWith('=')) this.jar.delete(name);
      else this.jar.set(name, pair);
      this.attributes.set(name, attributes.join('; '));
    }
    return (await response.json()).data;
  }
}
