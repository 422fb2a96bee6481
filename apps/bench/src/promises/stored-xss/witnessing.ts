import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, eventually } from '../../product/client.js';
import { type Cast, day } from './cast.js';
import type { Pen } from './pen.js';
import type { Programme } from './programme.js';

const ITEM = '... on EvidenceItem { id statement { id } }';
interface Asked {
  id: string;
  statement: { id: string };
}

export interface Witnessed {
  items: string[];
  /** What is still asked, behind the link of a mail. */
  waitingAt: string;
  /** A draft with a mentor, at what is begun with a look at prior learning. */
  draftId: string;
  versionId: string;
}

/** What others are asked about evidence, and what they say; prior learning, and whoever helps with it. */
export async function writeWitnesses(
  pen: Pen,
  cast: Cast,
  by: Client,
  { double }: Programme,
  postbox: string,
): Promise<Witnessed> {
  const said = () => ({
    confirms: true,
    capacity: pen.text('capacity', 200),
    words: pen.text('witness words', 10_000),
    sawOn: day(-2),
  });
  const stranger = Client.stranger(by.baseUrl);
  const [answered, waiting] = [await askByMail(pen, by), await askByMail(pen, by)];
  const input = said();
  await pen.write(stranger, 'answerWitnessRequest', { token: await tokenIn(postbox, answered.address), input });
  const attested = await attest(pen, cast, by);
  await pen.write(cast.manager.client, 'answerAsWitness', { id: attested.statement.id, input: said() });
  const asked = await attest(pen, cast, by);
  const draftId = await lookBack(pen, cast, by, double);
  return {
    items: [answered.id, waiting.id, attested.id, asked.id],
    waitingAt: `/w#${await tokenIn(postbox, waiting.address)}`,
    draftId,
    versionId: double.id,
  };
}

let witnesses = 0;
async function askByMail(pen: Pen, by: Client): Promise<Asked & { address: string }> {
  witnesses += 1;
  const address = `onfocus=alert\`${witnesses}\`'${Date.now().toString(36)}@example.org`;
  const input = {
    title: pen.text('witness title', 300),
    question: pen.text('witness question', 2_000),
    witnessName: pen.text('witness name', 200),
    witnessEmail: pen.shaped(address, 'onfocus=alert`'),
    madeOn: day(-4),
  };
  return { ...(await pen.write<Asked>(by, 'askWitness', { input }, ITEM)), address };
}

function attest(pen: Pen, { manager }: Cast, by: Client): Promise<Asked> {
  const input = {
    title: pen.text('attested title', 300),
    keptAt: pen.text('kept at', 500),
    question: pen.text('attested question', 2_000),
    note: pen.text('attested note', 5_000),
    colleagueId: manager.id,
    madeOn: day(-4),
  };
  return pen.write<Asked>(by, 'addAttestedEvidence', { input }, ITEM);
}

/** As whoever it was sent to: from the mail. Product and promise share the folder in which mail ends here. */
export function tokenIn(postbox: string, address: string, door: 'w' | 'e' = 'w'): Promise<string> {
  const look = async () => {
    const names = (await readdir(postbox).catch(() => [])).filter((name) => name.endsWith('.eml'));
    const mails = await Promise.all(names.map((name) => readFile(join(postbox, name), 'utf8')));
    const mail = mails.find((each) => each.includes(address));
    return new RegExp(`/${door}#([\\w-]{43})`).exec(mail ? readable(mail) : '')?.[1] ?? '';
  };
  return eventually(look, (token) => token !== '', 30_000);
}

/** Its parts as they were written, in either of the two ways in which words are packed for a mail. */
function readable(mail: string): string {
  const packed = [...mail.matchAll(/base64\r?\n\r?\n([\w+/=\r\n]+)/g)].map(([, words = '']) => words);
  const unpacked = packed.map((words) => Buffer.from(words, 'base64').toString('utf8'));
  return [mail.replace(/=\r?\n/g, ''), ...unpacked].join('\n');
}

/** Where somebody puts themselves, then a draft, a mentor, and what the two write to each other. */
async function lookBack(pen: Pen, { manager }: Cast, by: Client, { id, rubric }: Programme['double']): Promise<string> {
  const answers = [0, 1].map((outcome) => ({ outcome, stance: 'PARTLY', words: pen.text('prior learning', 2_000) }));
  await pen.write(by, 'savePriorLearningScreen', { achievementVersionId: id, answers, expectedRevision: 0 });
  const { id: submissionId } = await pen.write(
    by,
    'startSubmission',
    { achievementVersionId: id, route: 'PRIOR_LEARNING' },
    '... on Submission { id }',
  );
  await pen.write(by, 'askMentor', { submissionId, personId: manager.id, message: pen.text('to a mentor', 5_000) });
  await pen.write(manager.client, 'answerMentoring', { submissionId, accepts: true });
  const notes = [
    { by, criterionId: null },
    { by: manager.client, criterionId: rubric.criteria[0]?.id },
  ];
  for (const { by: author, criterionId } of notes)
    await pen.write(author, 'writeMentorNote', { submissionId, criterionId, words: pen.text('mentor note', 5_000) });
  return submissionId;
}
