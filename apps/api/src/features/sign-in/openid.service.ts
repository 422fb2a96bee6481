import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, customFetch as joseFetch, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import { Config } from '../../platform/config/config.js';
import type { Claims } from './account.rules.js';
import type { Attempt } from './attempt.js';
import { PROVIDER_SECONDS, providerFetch } from './provider-fetch.js';
import type { UsableProvider } from './usable-provider.js';
import type { SignInProblem } from './sign-in.refusals.js';

export const REDIRECT_PATH = '/auth/openid/callback';
export const BACKCHANNEL_PATH = '/auth/openid/backchannel-logout';
const HOUR_MS = 60 * 60 * 1_000;
/** Every signature of them needs a key that only the provider has; `none` and shared secrets are not among them. */
const SIGNED_BY = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** Who came back, as far as the provider is to be believed. */
export interface Arrival {
  subject: string;
  /** The provider's name for its session; null when it has none. */
  sid: string | null;
  idToken: string;
  claims: Claims;
}

interface Known {
  until: number;
  configuration: Promise<client.Configuration>;
  keys?: JWTVerifyGetKey;
}

/** OpenID Connect with a provider: authorization code with PKCE, checked tokens, discovery kept for an hour. */
@Injectable()
export class OpenIdService {
  private readonly known = new Map<string, Known>();

  constructor(private readonly config: Config) {}

  static newAttempt(): Attempt {
    return {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
  }

  /** Where to send somebody who wants to sign in. */
  async authorizationUrl(provider: UsableProvider, { state, nonce, codeVerifier }: Attempt): Promise<string> {
    const configuration = await this.know(provider).configuration;
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.config.publicUrl + REDIRECT_PATH,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /** Trades the code for tokens and checks them: issuer, audience, time, nonce, and the signature by the provider's keys. */
  async arrive(provider: UsableProvider, { state, nonce, codeVerifier }: Attempt, query: string): Promise<Arrival> {
    const configuration = await this.know(provider).configuration;
    const came = new URL(`${this.config.publicUrl}${REDIRECT_PATH}?${query}`);
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
    const tokens = await client.authorizationCodeGrant(configuration, came, checks);
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new Error('The provider sent no ID token.');
    // Mail address and name often stand in the user info only.
    const more =
      claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
    return {
      subject: claims.sub,
      sid: typeof claims.sid === 'string' ? claims.sid : null,
      idToken: tokens.id_token,
      claims: { ...more, ...claims },
    };
  }

  /** Where one signs out at the provider, too; null where it has no such place. */
  async endSessionUrl(provider: UsableProvider, idToken: string | null): Promise<string | null> {
    const configuration = await this.know(provider).configuration;
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: `${this.config.publicUrl}/sign-in`,
      ...(idToken ? { id_token_hint: idToken } : {}),
    }).href;
  }

  /** The keys that the provider signs with, as it writes itself as issuer. */
  async keysOf(provider: UsableProvider): Promise<{ issuer: string; keys: JWTVerifyGetKey; algorithms: string[] }> {
    const known = this.know(provider);
    const { jwks_uri, issuer } = (await known.configuration).serverMetadata();
    if (!jwks_uri) throw new TypeError('The provider names no keys.');
    known.keys ??= createRemoteJWKSet(new URL(jwks_uri), {
      [joseFetch]: this.fetch as never,
      timeoutDuration: PROVIDER_SECONDS * 1_000,
    });
    return { issuer, keys: known.keys, algorithms: SIGNED_BY };
  }

  /** What somebody's provider says about itself, asked now. */
  async discover(issuer: string): Promise<{ metadata: client.ServerMetadata; keyCount: number }> {
    const configuration = await this.discovered(issuer, 'none', null);
    const metadata = configuration.serverMetadata();
    if (!metadata.jwks_uri) return { metadata, keyCount: 0 };
    const answer = await this.fetch(metadata.jwks_uri, {
      method: 'GET',
      headers: { accept: 'application/json' },
      redirect: 'manual',
      body: undefined,
    });
    const { keys } = (await answer.json()) as { keys?: unknown[] };
    return { metadata, keyCount: keys?.length ?? 0 };
  }

  private know(provider: UsableProvider): Known {
    const key = `${provider.id} ${provider.edition}`;
    const kept = this.known.get(key);
    if (kept && kept.until > Date.now()) return kept;
    const { issuer, clientId, clientSecret } = provider;
    const fresh: Known = {
      until: Date.now() + HOUR_MS,
      configuration: this.discovered(issuer, clientId, clientSecret),
    };
    this.known.set(key, fresh);
    // What failed is asked again next time.
    fresh.configuration.catch(() => this.known.delete(key));
    return fresh;
  }

  private discovered(issuer: string, clientId: string, secret: string | null): Promise<client.Configuration> {
    return client.discovery(new URL(issuer), clientId, undefined, secret === null ? client.None() : bySecret(secret), {
      [client.customFetch]: this.fetch,
      timeout: PROVIDER_SECONDS,
      execute: [
        // The fetch above refuses what is not https; on this machine, outside production, it need not be.
        ...(this.localhostToo ? [client.allowInsecureRequests] : []),
        client.enableNonRepudiationChecks,
      ],
    });
  }

  private get localhostToo(): boolean {
    return !this.config.production;
  }

  private get fetch(): client.CustomFetch {
    return providerFetch(this.localhostToo);
  }
}

/** In the body where the provider says that it takes it there; every provider takes it in the header. */
function bySecret(secret: string): client.ClientAuth {
  const [inBody, inHeader] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)];
  return (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? inBody : inHeader)(server, ...rest);
}

/** What went wrong with a provider, in the few words that the sign-in page explains. */
export function problemWith(error: unknown): SignInProblem {
  if (error instanceof client.AuthorizationResponseError) return 'refused';
  if (error instanceof client.ResponseBodyError)
    return ['invalid_client', 'unauthorized_client'].includes(error.error) ? 'misconfigured' : 'untrusted';
  const { name, code, cause } = error as Error & { code?: string };
  // What `fetch` throws when nobody answers, as it is or wrapped.
  const noAnswer = name === 'TypeError' || (cause as Error | undefined)?.name === 'TypeError';
  return noAnswer || NO_USABLE_ANSWER.includes(code ?? '') ? 'unreachable' : 'untrusted';
}

const NO_USABLE_ANSWER = [
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
];
