import { claim, release, slotsOf } from '../../chain/assessment.js';
import { waitForBadge } from '../../chain/credential.js';
import { type Client, eventually } from '../../product/client.js';
import { type Cast, day } from './cast.js';
import { judge } from './judging.js';
import type { Pen } from './pen.js';
import type { Programme } from './programme.js';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
/** What a letter's words are refused for: mail programs would make a link of it. */
const LINKED =
  /(?:https?|mailto|tel|sms|ftp|file|data|javascript):|\/\/|\S@\S|[\p{L}\p{N}_-][.。．｡]\p{L}{2}|\d(?:\.\d{1,3}){3}/iu;
const ITEM = '... on EvidenceItem { id revision }';
const REASON = 500;
const NEWER = 'query($id: ID!) { credential(id: $id) { supersededBy } }';
const BEHIND = 'query($id: ID!) { credential(id: $id) { evidenceBehind { nth } } }';

export interface Work {
  items: string[];
  submissionId: string;
  slotId: string;
  credentialId: string;
  proofPath: string;
}

/** Evidence, a portfolio of it, and its assessment up to the shared badge. */
export async function writeWork(pen: Pen, cast: Cast, by: Client, { achievement }: Programme): Promise<Work> {
  const items = await keepEvidence(pen, by);
  const versionId = achievement.id;
  const started = await pen.write(
    by,
    'startSubmission',
    { achievementVersionId: versionId },
    '... on Submission { id }',
  );
  const submissionId = started.id;
  for (const [index, { id: criterionId, levels }] of achievement.rubric.criteria.entries()) {
    const link = { submissionId, criterionId, itemId: items[index % items.length] };
    const replaces = pen.text('reflection', 5_000);
    await pen.write(by, 'linkEvidence', { ...link, reflection: replaces });
    await pen.write(by, 'linkEvidence', { ...link, reflection: pen.text('reflection', 5_000), replaces });
    const levelOrdinal = Math.max(...levels.map(({ ordinal }) => ordinal));
    await pen.write(by, 'claimLevel', { submissionId, criterionId, levelOrdinal, notEvidenced: false });
  }
  const gaps = '... on GapsLeft { gaps { message } }';
  await pen.write(by, 'submit', { submissionId, declarationAccepted: true }, gaps);
  const slotId = await assess(pen, cast, versionId);
  await pen.write(cast.auditor.client, 'openEvidenceForAudit', { submissionId, reason: pen.text('audit', REASON) });
  const { id: firstId } = await waitForBadge(by, versionId);
  const credentialId = await doubted(pen, cast, firstId);
  const proofPath = await shown(pen, by, credentialId);
  await printed(by, credentialId);
  return { items, submissionId, slotId, credentialId, proofPath };
}

/** HR corrects the badge and then doubts it; a second person has not said yes. Gives the newer edition. */
async function doubted(pen: Pen, { designer: { client } }: Cast, credentialId: string): Promise<string> {
  const done = '... on CredentialChange { id }';
  const correction = { credentialId, lastDay: day(400), reason: pen.text('correction', 1_000) };
  await pen.write(client, 'correctCredential', { input: correction }, done);
  const newer = async () =>
    (await client.query<{ supersededBy: string | null } | null>(NEWER, { id: credentialId }))?.supersededBy ?? '';
  const newerId = await eventually(newer, (id) => id !== '', 60_000);
  const doubt = { credentialId: newerId, kind: 'REVOKE', cause: 'MALPRACTICE', reason: pen.text('doubt', 1_000) };
  await pen.write(client, 'changeCredential', { input: doubt }, done);
  return newerId;
}

/** By a link, with all the work behind it: a stranger reads that. */
async function shown(pen: Pen, by: Client, credentialId: string): Promise<string> {
  const { evidenceBehind } = await by.query<{ evidenceBehind: { nth: number }[] }>(BEHIND, { id: credentialId });
  if (evidenceBehind.length === 0) throw new Error('There is no work behind the badge.');
  const evidence = evidenceBehind.map(({ nth }) => ({ credentialId, nth }));
  const scope = { purpose: pen.text('purpose of a link', 100), furtherIds: [], evidence };
  const { id, url } = await pen.write<{ id: string; url: string }>(
    by,
    'shareCredential',
    { credentialId, scope },
    '... on ShareGrant { id url }',
  );
  const words = pen.text('words of a letter', 600, '', LINKED);
  await pen.write(
    by,
    'sendShare',
    { input: { shareId: id, address: 'jobs@example.org', words } },
    '... on ShareGrant { id }',
  );
  return new URL(url).pathname;
}

/** On paper too; or it says for which letters there is no font. */
async function printed(by: Client, credentialId: string): Promise<void> {
  const { status } = await by.fetch(`/badges/${credentialId}/certificate.pdf`);
  if (status !== 200 && status !== 422) throw new Error(`The certificate was answered with ${status}.`);
}

async function keepEvidence(pen: Pen, by: Client): Promise<string[]> {
  const about = (kind: string) => ({
    title: pen.text(`${kind} title`, 300),
    note: pen.text(`${kind} note`, 5_000),
    madeOn: day(-20),
  });
  const url = () => pen.shaped(`https://example.org/?q="><svg/onload=alert(1)>`, '"><svg/onload=alert(1)>');
  const uploadId = await by.upload('"><img src=x onerror=alert(1)>.png', PICTURE, 'evidence');
  const file = await pen.write(
    by,
    'addFileEvidence',
    { input: { uploadId, ...about('file'), tags: [pen.text('tag', 50)] } },
    ITEM,
  );
  const link = await pen.write<{ id: string; revision: number }>(
    by,
    'addLinkEvidence',
    { input: { url: url(), ...about('link'), tags: [pen.text('tag', 50)] } },
    ITEM,
  );
  const words = pen.text('evidence text', 90_000);
  const text = await pen.write<{ id: string; revision: number }>(
    by,
    'addTextEvidence',
    { input: { text: words, ...about('text'), tags: [pen.text('tag', 50)] } },
    ITEM,
  );
  const tags = [pen.text('tag', 50), pen.text('tag', 50)];
  await pen.write(by, 'editEvidence', {
    id: text.id,
    input: { expectedRevision: text.revision, text: pen.text('text edited', 90_000), ...about('edited'), tags },
  });
  await pen.write(by, 'editEvidence', {
    id: link.id,
    input: { expectedRevision: link.revision, url: url(), ...about('link edited') },
  });
  return [file.id, link.id, text.id];
}

/** Put back once with a reason, then marked and released. */
async function assess(pen: Pen, { assessor }: Cast, versionId: string): Promise<string> {
  const { client } = assessor;
  const [slotId] = await slotsOf(client, versionId);
  if (!slotId) throw new Error('The submission is not in the queue.');
  await claim(client, slotId);
  await pen.write(client, 'putBackSlot', { slotId, reason: pen.text('put back', REASON) });
  await judge(pen, client, slotId);
  await release(client, slotId);
  return slotId;
}
