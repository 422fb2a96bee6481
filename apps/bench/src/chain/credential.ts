import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, eventually } from '../product/client.js';
import { root } from '../product/places.js';

const MINE = `query { myCredentials { id issuedAt digest achievementVersion { id } award { state } } }`;
const SHARE = `mutation($id: ID!) { shareCredential(credentialId: $id) { __typename
  ... on ShareGrant { id url } ... on Refusal { message } } }`;

export interface Held {
  id: string;
  digest: string;
  achievementVersion: { id: string };
}

/** Waits until the worker has signed the badge. */
export async function waitForBadge(employee: Client, achievementVersionId: string, withinMs = 60_000): Promise<Held> {
  const ask = async () =>
    (await employee.query<Held[]>(MINE)).find((held) => held.achievementVersion.id === achievementVersionId);
  const held = await eventually(ask, (found) => found !== undefined, withinMs);
  if (!held) throw new Error('There is no badge.');
  return held;
}

/** The path of a link that shows the badge to whoever has it. */
export async function share(employee: Client, credentialId: string): Promise<string> {
  const { url } = await employee.change<{ url: string }>(SHARE, { id: credentialId });
  return new URL(url).pathname;
}

/** What a browser of a stranger gets: a page, without an account. */
export async function openProofPage(stranger: Client, path: string): Promise<string> {
  const response = await stranger.fetch(path, { headers: { accept: 'text/html' } });
  const page = await response.text();
  if (!response.ok || !response.headers.get('content-type')?.startsWith('text/html'))
    throw new Error(`The proof page answered ${response.status}: ${page.slice(0, 200)}`);
  return page;
}

/** The signed document at the same address. */
export async function fetchDocument(stranger: Client, path: string): Promise<string> {
  const response = await stranger.fetch(path, { headers: { accept: 'application/json' } });
  const text = await response.text();
  if (!response.ok) throw new Error(`The credential's address answered ${response.status}: ${text.slice(0, 200)}`);
  JSON.parse(text);
  return text;
}

export async function saveDocument(text: string, mark: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'assay-chain-')), `credential-${mark}.json`);
  await writeFile(file, text);
  return file;
}

/** Asks the command-line verifier; null where it has not been built. */
export function verifyWithCommand(file: string, issuerFile?: string): { code: number | null; output: string } | null {
  const command = join(root, 'apps/verify/dist/assay-verify.js');
  if (!existsSync(command)) return null;
  const options = issuerFile ? ['--issuer', issuerFile] : [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, file, ...options], { encoding: 'utf8' });
  return { code: status, output: `${stdout}${stderr}`.trim() };
}
