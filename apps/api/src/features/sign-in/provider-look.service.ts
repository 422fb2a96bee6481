import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { InvalidInput } from '../../platform/graphql/refusal.js';
import { DiscoveredProvider } from './identity-provider.type.js';
import { OpenIdService } from './openid.service.js';
import { mayAsk } from './provider-fetch.js';
import { ProviderUnreachable } from './sign-in.refusals.js';

/** Asks an identity provider about itself, so that a wrong address is found before somebody cannot sign in. */
@Injectable()
export class ProviderLookService {
  constructor(
    private readonly config: Config,
    private readonly openId: OpenIdService,
  ) {}

  async look(issuer: string): Promise<DiscoveredProvider | InvalidInput | ProviderUnreachable> {
    if (issuer.length > 500 || !mayAsk(issuer.trim(), !this.config.production))
      return InvalidInput.of('issuer', 'The issuer is an address that begins with https://.');
    try {
      const { metadata, keyCount } = await this.openId.discover(issuer.trim());
      return Object.assign(new DiscoveredProvider(), {
        issuer: metadata.issuer,
        authorizationEndpoint: metadata.authorization_endpoint ?? '',
        tokenEndpoint: metadata.token_endpoint ?? '',
        keyCount,
        endsSessions: metadata.end_session_endpoint !== undefined,
        tellsLogout: metadata.backchannel_logout_supported === true,
        warnings: warningsOf(metadata, keyCount),
      });
    } catch (error) {
      return new ProviderUnreachable(`This provider cannot be used as it answers now: ${reasonOf(error)}.`);
    }
  }
}

function warningsOf(metadata: Readonly<Record<string, unknown>>, keyCount: number): string[] {
  const lists = (name: string, word: string) => {
    const list = metadata[name];
    return !Array.isArray(list) || list.includes(word);
  };
  const warnings: string[] = [];
  if (!metadata.authorization_endpoint || !metadata.token_endpoint) warnings.push('It names no place to sign in.');
  if (keyCount === 0) warnings.push('It shows no keys, so nothing it signs can be checked.');
  if (!lists('response_types_supported', 'code')) warnings.push('It does not offer the authorization code flow.');
  if (!lists('code_challenge_methods_supported', 'S256')) warnings.push('It does not offer PKCE with S256.');
  if (!lists('scopes_supported', 'email')) warnings.push('It does not offer mail addresses (scope email).');
  return warnings;
}

/** Why, for an administrator: what the connection or the check said, in at most a line. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string } };
  const code = typeof cause?.code === 'string' ? ` (${cause.code})` : '';
  return `${message ?? 'no answer'}${code}`.replace(/\.$/, '').slice(0, 200);
}
