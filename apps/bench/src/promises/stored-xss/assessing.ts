import { release } from '../../chain/assessment.js';
import type { Cast } from './cast.js';
import { type HandedIn, handIn, judge, lowest, placeOf } from './judging.js';
import type { Pen } from './pen.js';
import type { Judged, Programme } from './programme.js';

const REASON = 1_000;
const SNIPPET = '... on CommentSnippet { id }';
const CASE = '... on AssessmentCase { id }';
const WAITING = 'query($id: ID!) { samples(planId: $id, scope: WAITING) { edges { node { id submissionId } } } }';

export interface Assessed {
  held: HandedIn;
  returned: HandedIn;
  suspected: HandedIn;
  /** Released, with other levels than its assessor gave. */
  adjusted: HandedIn;
  /** Released as it was judged. */
  confirmed: HandedIn;
  /** Two assessors differ: a proposal waits, and what a lead settled. */
  open: HandedIn;
  settled: HandedIn;
  /** A place that was given out and taken back, and one that somebody in conflict may take. */
  slots: string[];
  /** A moderator's place in hand, and one that is done. */
  moderations: string[];
}

/** What is said of submissions while they are assessed, by those who run it and those who judge. */
export async function writeAssessing(pen: Pen, cast: Cast, { achievement, double }: Programme): Promise<Assessed> {
  await pen.write(cast.assessor.client, 'keepSnippet', { words: pen.text('snippet', 500) }, SNIPPET);
  const cases = await writeCases(pen, cast, achievement);
  const slots = await writePlaces(pen, cast, achievement);
  const moderated = await writeModerations(pen, cast, achievement);
  return { ...cases, slots, ...moderated, ...(await writeAgreements(pen, cast, double)) };
}

/** Held, given back, suspected. */
async function writeCases(pen: Pen, cast: Cast, achievement: Judged) {
  const act = async (mutation: string, kind: string) => {
    const it = await handIn(pen, cast, achievement);
    const { submissionId } = it;
    await pen.write(cast.lead.client, mutation, { submissionId, reason: pen.text(kind, REASON) }, CASE);
    return it;
  };
  return {
    held: await act('holdSubmission', 'hold'),
    returned: await act('returnSubmission', 'return'),
    suspected: await act('proposeVoid', 'void'),
  };
}

async function writePlaces(pen: Pen, cast: Cast, achievement: Judged): Promise<string[]> {
  const { assessor, lead, secondAssessor } = cast;
  const near = await handIn(pen, cast, achievement);
  await pen.write(assessor.client, 'declareConflict', {
    ...{ otherPersonId: near.candidate.id, kind: 'OTHER' },
    note: pen.text('conflict', 500),
  });
  const waived = await placeOf(cast, near);
  await pen.write(lead.client, 'waiveConflict', {
    ...{ slotId: waived, personId: assessor.id },
    reason: pen.text('waiver', REASON),
  });
  const given = await placeOf(cast, await handIn(pen, cast, achievement));
  await pen.write(lead.client, 'giveSlot', { slotId: given, personId: secondAssessor.id });
  await pen.write(lead.client, 'takeBackSlot', { slotId: given, reason: pen.text('taken back', 500) });
  return [waived, given];
}

/** From here on every decision is moderated: one gets other levels, one stands, one waits. What a sample showed is noted. */
async function writeModerations(pen: Pen, cast: Cast, achievement: Judged) {
  const { assessor, lead, secondAssessor } = cast;
  const everything = { share: 1, newAssessor: false, borderline: false, highStakes: false };
  const plan = await pen.write(
    lead.client,
    'startSamplingPlan',
    { input: { achievementId: achievement.achievementId, ...everything } },
    '... on SamplingPlan { id }',
  );
  const judged = async () => {
    const it = await handIn(pen, cast, achievement);
    await judge(pen, assessor.client, await placeOf(cast, it));
    return it;
  };
  const moderate = async (outcome: string, criteria: object[]) => {
    const it = await judged();
    const slotId = await placeOf(cast, it, 'MODERATION');
    await pen.write(secondAssessor.client, 'claimSlot', { id: slotId });
    const input = { outcome, reason: pen.text('moderation', 2_000), criteria };
    await pen.write(secondAssessor.client, 'moderate', { slotId, input });
    await release(assessor.client, await placeOf(cast, it));
    return { it, slotId };
  };
  const adjusted = await moderate('ADJUSTED', lowest(pen, achievement, 'comment', 5_000));
  const confirmed = await moderate('CONFIRMED', []);
  const open = await judged();
  const waiting = await placeOf(cast, open, 'MODERATION');
  await pen.write(secondAssessor.client, 'claimSlot', { id: waiting });
  // A verdict of a moderator is the finding of its sample; by hand it is noted where none was given.
  await writeFinding(pen, cast, plan.id, open);
  return { adjusted: adjusted.it, confirmed: confirmed.it, moderations: [waiting, adjusted.slotId] };
}

async function writeFinding(pen: Pen, { lead }: Cast, planId: string, { submissionId }: HandedIn): Promise<void> {
  const { edges } = await lead.client.query<{ edges: { node: { id: string; submissionId: string } }[] }>(WAITING, {
    id: planId,
  });
  const sample = edges.find(({ node }) => node.submissionId === submissionId)?.node;
  if (!sample) throw new Error('The plan chose nothing of what it should choose.');
  const finding = { id: sample.id, finding: 'NOT_SOUND', note: pen.text('finding', 2_000) };
  await pen.write(lead.client, 'recordSampleFinding', finding);
}

async function writeAgreements(pen: Pen, cast: Cast, double: Judged) {
  const { assessor, lead, secondAssessor } = cast;
  const differing = async () => {
    const it = await handIn(pen, cast, double);
    await judge(pen, assessor.client, await placeOf(cast, it));
    await judge(pen, secondAssessor.client, await placeOf(cast, it, 'SECOND'), Math.min);
    return it;
  };
  const agreement = () => ({ criteria: lowest(pen, double, 'reason', 2_000), rules: null });
  const open = await differing();
  await pen.write(assessor.client, 'saveReconciliation', {
    ...{ submissionId: open.submissionId, expectedRevision: 1 },
    input: agreement(),
  });
  const settled = await differing();
  await pen.write(lead.client, 'adjudicate', { submissionId: settled.submissionId, input: agreement() });
  return { open, settled };
}
