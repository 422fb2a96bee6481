import type { CustomFetch } from 'openid-client';

const MOST_BYTES = 512 * 1024;
export const PROVIDER_SECONDS = 5;

/** Whether the product may ask this address: https, or this machine outside production. */
export function mayAsk(address: string, localhostToo: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  return localhostToo && protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Asks an identity provider: no redirects, little time, and no more than such documents ever hold. */
export function providerFetch(localhostToo: boolean): CustomFetch {
  return async (url, options) => {
    if (!mayAsk(url, localhostToo)) throw new TypeError('Identity providers are asked over https only.');
    const limit = AbortSignal.timeout(PROVIDER_SECONDS * 1_000);
    const response = await fetch(url, {
      ...options,
      redirect: 'manual',
      signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit,
    } as RequestInit);
    const body = await readAtMost(response, MOST_BYTES);
    const { status, headers } = response;
    return new Response(body.length > 0 ? new Uint8Array(body) : null, { status, headers });
  };
}

async function readAtMost(response: Response, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.length;
    if (bytes > most) throw new TypeError('The identity provider sent too much.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
