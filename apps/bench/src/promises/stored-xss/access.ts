import type { Client } from '../../product/client.js';
import type { Cast } from './cast.js';
import type { Pen } from './pen.js';

const GRANT = '... on RoleGrant { id state }';
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Roles with their reasons, identity providers, a key for another system, and a directory with what it sends. */
export async function writeAccess(pen: Pen, cast: Cast, personId: string): Promise<{ sent: number }> {
  const { client } = cast.administrator;
  const reason = (kind: string) => pen.text(kind, 500);
  const grant = (role: string) =>
    pen.write(client, 'grantRole', { input: { personId, role, reason: reason('grant') } }, GRANT);
  const given = await grant('ASSESSOR');
  await pen.write(client, 'endGrant', { id: given.id, reason: reason('end of grant') });
  await grant('HR_DESIGNER');
  const waiting = await grant('ADMINISTRATOR');
  await pen.write(cast.second.client, 'declineGrant', { id: waiting.id, reason: reason('declined') });
  await writeProvider(pen, client);
  const name = pen.text('verification key', 100, Date.now().toString(36));
  await pen.write(client, 'makeVerificationKey', { name, scope: 'ANY', days: 30 });
  return { sent: await writeDirectory(pen, client) };
}

async function writeProvider(pen: Pen, client: Client): Promise<void> {
  const mark = Date.now().toString(36);
  const issuer = (which: string) =>
    pen.shaped(`https://idp.example/${which}${mark}"><svg/onload=alert(1)>`, '"><svg/onload=alert(1)>');
  const settings = (which: string) => ({
    name: pen.text(`provider ${which}`, 80),
    issuer: issuer(which),
    clientId: pen.text(`client id ${which}`, 300),
    clientSecret: pen.text(`client secret ${which}`, 500),
    personNumberClaim: pen.text(`claim ${which}`, 100),
    enabled: true,
  });
  const { id } = await pen.write(
    client,
    'addIdentityProvider',
    { input: settings('first') },
    '... on IdentityProvider { id }',
  );
  await pen.write(client, 'changeIdentityProvider', { id, input: settings('then') });
}

/** What a directory says of people and groups; how many of its texts were taken. */
async function writeDirectory(pen: Pen, client: Client): Promise<number> {
  const mark = Date.now().toString(36);
  const add = (kind: string) =>
    pen.write<{ secret: string; client: { id: string } }>(
      client,
      'addScimClient',
      { name: pen.text(kind, 100, `${mark}${kind.length}`) },
      '... on IssuedScimToken { secret client { id } }',
    );
  const gone = await add('directory gone');
  const kept = await add('directory');
  await pen.write(client, 'changeScimClient', {
    id: kept.client.id,
    name: pen.text('directory renamed', 100, mark),
    managesEmployment: true,
  });
  await pen.write(client, 'removeScimClient', { id: gone.client.id, reason: pen.text('directory over', 500) });
  let sent = 0;
  const send = async (path: string, body: object): Promise<string> => {
    const response = await client.fetch(`/scim/v2${path}`, {
      method: 'POST',
      headers: { cookie: '', authorization: `Bearer ${kept.secret}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { id: string; detail?: string };
    if (!response.ok) throw new Error(`SCIM ${path}: ${answer.detail}`);
    sent += 1;
    return answer.id;
  };
  const user = await send('/Users', {
    schemas: [USER, ENTERPRISE],
    userName: `"scim'${mark}"onfocus=alert(1)@example.org`,
    externalId: pen.text('external id', 200),
    displayName: pen.text('directory name', 200),
    name: { givenName: pen.text('given name', 80), familyName: pen.text('family name', 80) },
    title: pen.text('directory title', 200),
    active: true,
    [ENTERPRISE]: { department: pen.text('department', 150, mark) },
  });
  const members = [{ value: user }];
  for (let group = 0; group < 3; group += 1)
    await send('/Groups', { schemas: [GROUP], displayName: pen.text('group', 200, `${mark}${group}`), members });
  return sent;
}
