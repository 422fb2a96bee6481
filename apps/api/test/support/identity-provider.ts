import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';

/** Somebody who has an account there; claims as the provider gives them out. */
export interface ProviderAccount {
  email?: string;
  email_verified?: boolean;
  name?: string;
  employee_number?: string;
}

export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  accounts: Map<string, ProviderAccount>;
  close(): Promise<void>;
}

/** A real OpenID Connect provider in this process. Its sign-in page asks only who one is: `?as=SUBJECT`. */
export async function startIdentityProvider(product: {
  publicUrl: string;
  /** Where the product really is, when that differs from its public address. */
  url?: string;
}): Promise<TestProvider> {
  const accounts = new Map<string, ProviderAccount>();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['assay', 'a-secret-of-the-provider-and-the-product'];
  const { publicUrl, url = publicUrl } = product;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/auth/openid/callback`],
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
        backchannel_logout_uri: `${publicUrl}/auth/openid/backchannel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['cookies of a provider that lives for a minute'] },
    claims: { openid: ['sub', 'sid'], email: ['email', 'email_verified'], profile: ['name', 'employee_number'] },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = `${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
        },
      },
    },
    renderError: (context, { error }) => {
      context.body = `<h1>${error}</h1>`;
    },
    ttl: { Interaction: 600, Grant: 3_600, Session: 3_600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub);
      return account && { accountId: sub, claims: () => ({ sub, ...account }) };
    },
    // Consent is the company's, not each person's.
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    // Its own way of asking refuses this machine's addresses, and here everything is on this machine.
    fetch: (address, options) => {
      const { method, headers, body } = options as RequestInit;
      return fetch(new Request(address).url.replace(publicUrl, url), { method, headers, body });
    },
  } satisfies Configuration);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void signInPage(provider, accounts, request, response);
    else void answer(request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    accounts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function signInPage(
  provider: Provider,
  accounts: ReadonlyMap<string, ProviderAccount>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const as = searchParams.get('as');
  if (as) return provider.interactionFinished(request, response, { login: { accountId: as } });
  const links = [...accounts.keys()].map((sub) => `<li><a href="${pathname}?as=${sub}">${sub}</a></li>`);
  response.setHeader('content-type', 'text/html').end(`<h1>Who are you?</h1><ul>${links.join('')}</ul>`);
}
