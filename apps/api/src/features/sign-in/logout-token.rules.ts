const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const MOST_CHARACTERS = 500;

export interface LogoutToken {
  jti: string;
  /** One session of the provider; null: every one of the subject's. */
  sid: string | null;
  subject: string | null;
}

/** What a logout token says whose signature, issuer, audience and time are right; or why it is none. */
export function logoutOf(claims: Readonly<Record<string, unknown>>, type: string | undefined): LogoutToken | string {
  // Other tokens of the same provider, signed with the same keys, must not pass for this one.
  if (type !== undefined && !['logout+jwt', 'jwt'].includes(type.toLowerCase().replace(/^application\//, '')))
    return 'another kind of token';
  if ('nonce' in claims) return 'an ID token';
  const { events, jti, sid, sub } = claims;
  if (!isObject(events) || !isObject(events[EVENT])) return 'no logout event';
  if (!isWord(jti)) return 'no id of its own';
  if (sid !== undefined && !isWord(sid)) return 'no usable session';
  if (sub !== undefined && !isWord(sub)) return 'no usable subject';
  if (sid === undefined && sub === undefined) return 'neither session nor subject';
  return { jti, sid: sid ?? null, subject: sub ?? null };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MOST_CHARACTERS;
}
