import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { type Client, eventually } from '../../product/client.js';
import type { Cast } from './cast.js';
import type { Courses } from './courses.js';
import type { Frameworks } from './frameworks.js';
import type { Pen } from './pen.js';

const STATE = 'query($id: ID!) { externalCredential(id: $id) { state } }';
const MOST = 1_000;
const PART = '"><svg/onload=alert(1)>';

/** By their ids. */
export interface Elsewhere {
  /** Sent, and not decided about. */
  waiting: string;
  decided: string[];
  /** An address at which nothing was found. */
  unread: string;
}

/** Badges whose every word is a payload. They carry their key with them, so they are read without the network. */
export async function writeElsewhere(
  pen: Pen,
  cast: Cast,
  by: Client,
  { issuer }: Courses,
  { skillId }: Frameworks,
): Promise<Elsewhere> {
  const skills = [{ skillId, ordinal: 1 }];
  const bring = async (content: string) => {
    const file = Buffer.from(content).toString('base64');
    // What stands before a slash is cut off.
    const fileName = pen.text('badge file', 200, '', /[\\/]/);
    return brought(pen, by, { file, fileName });
  };
  const send = async (id: string) => {
    await pen.write(by, 'sendExternalCredential', {
      input: { id, skills, declaration: pen.text('declaration', MOST) },
    });
    return id;
  };
  const decide = async (id: string, outcome: string) => {
    const input = { id, outcome, reason: pen.text('recognition', MOST) };
    await pen.write(cast.designer.client, 'decideExternalCredential', { input });
    return id;
  };
  const waiting = await send(await bring(badgeOf(pen, issuer)));
  const outcomes = ['INFORMATION_ONLY', 'RPL_REQUIRED'];
  const decided: string[] = [];
  for (const outcome of outcomes) decided.push(await decide(await send(await bring(badgeOf(pen, issuer))), outcome));
  return {
    waiting,
    decided,
    unread: await brought(pen, by, { address: pen.shaped(`https://127.0.0.1/${randomUUID()}${PART}`, PART) }),
  };
}

async function brought(pen: Pen, by: Client, input: object): Promise<string> {
  const { id } = await pen.write(by, 'bringCredential', { input }, '... on ExternalCredential { id }');
  const look = () => by.query<{ state: string } | null>(STATE, { id });
  await eventually(look, (found) => found?.state === 'CHECKED', 60_000);
  return id;
}

/** An Open Badges 3.0 token by that issuer, with a key that was made for it. */
function badgeOf(pen: Pen, issuer: string): string {
  const words = (kind: string) => pen.text(`badge ${kind}`, MOST);
  const id = `urn:uuid:${randomUUID()}`;
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    ...{ id, type: ['VerifiableCredential', 'OpenBadgeCredential'], name: words('title') },
    issuer: { id: issuer, type: ['Profile'], name: words('issuer'), url: 'javascript:alert(1)' },
    validFrom: '2026-03-02T10:00:00Z',
    credentialSubject: {
      ...{ id: 'did:example:holder', type: ['AchievementSubject'] },
      achievement: {
        ...{ id: 'javascript:alert(1)', type: ['Achievement'], name: words('name'), description: words('description') },
        criteria: { id: 'javascript:alert(1)', narrative: words('criteria') },
        alignment: ['javascript:alert(1)', `https://example.org/${PART}`].map((targetUrl) => ({
          ...{ type: ['Alignment'], targetName: pen.text('badge skill', 200), targetUrl },
          targetCode: pen.text('badge code', 200),
        })),
      },
    },
  };
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const header = { alg: 'ES256', typ: 'JWT', jwk: publicKey.export({ format: 'jwk' }) };
  const claims = { ...document, iss: issuer, jti: id };
  const packed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(packed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${packed}.${signature.toString('base64url')}`;
}
