import { type TestApi, TestClient } from './api.js';

/** A browser without the browser: cookies by site, and every redirect followed by hand. */
export class Visitor {
  private readonly jars = new Map<string, Map<string, string>>();
  /** Every address that was asked, in order. */
  readonly visited: string[] = [];

  constructor(
    private readonly api: TestApi,
    private readonly publicUrl: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** Goes there and wherever that leads; at a provider's sign-in page says who it is. Gives the address where it ends. */
  async go(address: string, as?: string): Promise<string> {
    let url = new URL(address, this.publicUrl);
    for (let hops = 0; hops < 20; hops += 1) {
      if (url.pathname.startsWith('/interaction/') && as) url.searchParams.set('as', as);
      const response = await this.fetch(url);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location)
        return url.origin === this.publicUrl ? `${url.pathname}${url.search}` : url.href;
      url = new URL(location, url);
    }
    throw new Error(`Redirected for ever: ${this.visited.slice(-4).join(' → ')}`);
  }

  async fetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.publicUrl);
    this.visited.push(url.href);
    const jar = this.jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url.href.replace(this.publicUrl, this.api.url), {
      ...init,
      redirect: 'manual',
      headers: { ...this.headers, ...(cookie ? { cookie } : {}), ...(init.headers as Record<string, string>) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = set.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '' || attributes.some((each) => /max-age=0|expires=thu, 01 jan 1970/i.test(each))) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** The product's cookie, as text. */
  get cookie(): string | null {
    const jar = this.jarOf(new URL(this.publicUrl));
    return jar.size > 0 ? [...jar].map(([name, value]) => `${name}=${value}`).join('; ') : null;
  }

  plant(cookie: string): void {
    this.jarOf(new URL(this.publicUrl)).set(
      cookie.slice(0, cookie.indexOf('=')),
      cookie.slice(cookie.indexOf('=') + 1),
    );
  }

  /** Speaks GraphQL as whoever is signed in here now. */
  get client(): TestClient {
    return new TestClient(this.api.url, this.cookie);
  }

  async who(): Promise<string | null> {
    const { viewer } = await this.client.query<{ viewer: { person: { displayName: string } } | null }>(
      '{ viewer { person { displayName } } }',
    );
    return viewer?.person.displayName ?? null;
  }

  private jarOf(url: URL): Map<string, string> {
    const jar = this.jars.get(url.host) ?? new Map<string, string>();
    this.jars.set(url.host, jar);
    return jar;
  }
}
