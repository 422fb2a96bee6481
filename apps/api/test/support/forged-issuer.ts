import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

export interface ForgedIssuer {
  issuer: string;
  key: CryptoKey;
  /** A key that it never showed. */
  strangeKey: CryptoKey;
  /** What its token endpoint gives out as ID token. */
  idToken: () => Promise<string>;
  /** How it answers when asked about itself. */
  answers: 'as it should' | 'by a redirect' | 'with nonsense' | 'too much';
  sign(claims: JWTPayload, options?: { key?: CryptoKey | 'none'; typ?: string }): Promise<string>;
  close(): Promise<void>;
}

/** A provider that signs whatever a test wants signed. */
export async function startForgedIssuer(): Promise<ForgedIssuer> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [pair, strange] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', use: 'sig', alg: 'RS256' };
  const forged: ForgedIssuer = {
    issuer,
    key: pair.privateKey,
    strangeKey: strange.privateKey,
    idToken: () => Promise.reject(new Error('No token was prepared.')),
    answers: 'as it should',
    sign: (claims, { key = pair.privateKey, typ } = {}) =>
      key === 'none'
        ? Promise.resolve(new UnsecuredJWT(claims).encode())
        : new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', ...(typ ? { typ } : {}) }).sign(key),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const give = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (request.url === '/jwks') return give({ keys: [jwk] });
    if (request.url === '/token')
      return give({ access_token: 'access', token_type: 'bearer', id_token: await forged.idToken() });
    if (forged.answers === 'by a redirect') return response.writeHead(302, { location: `${issuer}/elsewhere` }).end();
    if (forged.answers === 'with nonsense') return response.end('<h1>Welcome</h1>');
    return give({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...(forged.answers === 'too much' ? { padding: 'x'.repeat(600_000) } : {}),
    });
  };
  server.on('request', (request, response) => void answer(request, response));
  return forged;
}
