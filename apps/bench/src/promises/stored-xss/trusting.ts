import type { Client } from '../../product/client.js';
import { candidateOf, type Cast, day } from './cast.js';
import type { Pen } from './pen.js';
import type { Judged, Programme } from './programme.js';

const REASON = 1_000;
const APPLICATION = '... on AssessorApplication { id }';
const EXEMPLAR = '... on Exemplar { id revision }';
const QUALIFIED = `query($id: ID!) { assessors(achievementId: $id) { edges { node { person { id }
  qualifications { id achievement { achievementId } } } } } }`;

interface Kept {
  edges: { node: { person: { id: string }; qualifications: Qualification[] } }[];
}
interface Qualification {
  id: string;
  achievement: { achievementId: string } | null;
}
export interface Trusted {
  exemplars: string[];
  roundId: string;
}

/** Who asks to assess and who is asked, how far assessors are trusted, and what they are calibrated by. */
export async function writeTrust(pen: Pen, cast: Cast, by: { client: Client; personId: string }, it: Programme) {
  await writeApplications(pen, cast, by, it.achievement);
  await writeQualification(pen, cast, it);
  await writeLeave(pen, cast.secondAssessor.client);
  return writeCalibration(pen, cast, it.double);
}

/** By somebody who holds it: declined, invited and declined again, and once more; that waits. */
async function writeApplications(
  pen: Pen,
  { lead }: Cast,
  { client, personId }: { client: Client; personId: string },
  { achievementId }: Judged,
): Promise<void> {
  const apply = () =>
    pen.write(client, 'applyToAssess', { achievementId, message: pen.text('application', REASON) }, APPLICATION);
  const decline = (who: Client, { id }: { id: string }) =>
    pen.write(who, 'answerAssessorApplication', { id, accept: false, reason: pen.text('declined', REASON) });
  await decline(lead.client, await apply());
  const message = pen.text('invitation', REASON);
  await decline(
    client,
    await pen.write(lead.client, 'inviteAssessor', { achievementId, personId, message }, APPLICATION),
  );
  await apply();
}

async function writeQualification(pen: Pen, cast: Cast, { achievement, double }: Programme): Promise<void> {
  const { client } = cast.lead;
  const id = await qualificationOf(cast, double, cast.secondAssessor.id);
  const reason = (kind: string) => pen.text(kind, REASON);
  await pen.write(client, 'recordAssessorTraining', { id, completedOn: day(-9), note: reason('training') });
  await pen.write(client, 'setAssessorValidity', { id, validUntil: day(400), reason: reason('validity') });
  for (const state of ['WATCH', 'APPROVED'])
    await pen.write(client, 'changeAssessorState', { id, state, reason: reason('state') });
  const leaver = await candidateOf(cast);
  const founder = { achievementVersionId: achievement.id, personId: leaver.id };
  await pen.write(cast.designer.client, 'nameFounder', founder);
  const ended = await qualificationOf(cast, achievement, leaver.id);
  await pen.write(client, 'endAssessorQualification', { id: ended, reason: reason('qualification ended') });
}

async function qualificationOf({ lead }: Cast, { achievementId }: Judged, personId: string): Promise<string> {
  const { edges } = await lead.client.query<Kept>(QUALIFIED, { id: achievementId });
  const kept = edges.find(({ node }) => node.person.id === personId)?.node.qualifications;
  const found = kept?.find(({ achievement }) => achievement?.achievementId === achievementId);
  if (!found) throw new Error('The founder is not among the assessors.');
  return found.id;
}

/** In place of what was planned before: one is not away twice on the same days. */
async function writeLeave(pen: Pen, client: Client): Promise<void> {
  const { leave } = await client.query<{ leave: { id: string }[] }>('{ assessing { leave { id } } }');
  for (const { id } of leave) await pen.write(client, 'removeLeave', { id });
  const input = { startsOn: day(100), endsOn: day(110), reason: pen.text('leave', 300) };
  await pen.write(client, 'addLeave', { input });
}

async function writeCalibration(pen: Pen, cast: Cast, double: Judged): Promise<Trusted> {
  const { lead, otherLead, secondAssessor } = cast;
  const { achievementId } = double;
  const exemplarId = await writeExemplar(pen, lead.client, double);
  await pen.write(otherLead.client, 'agreeDefinitiveMark', { exemplarId });
  const retired = await writeExemplar(pen, lead.client, double);
  await pen.write(lead.client, 'retireExemplar', { id: retired, reason: pen.text('exemplar retired', 2_000) });
  const round = { achievementId, exemplarIds: [exemplarId], needed: 1, tolerance: 1, name: pen.text('round', 200) };
  const { id: roundId } = await pen.write(
    lead.client,
    'openCalibrationRound',
    { input: round },
    '... on CalibrationRound { id }',
  );
  const criteria = double.rubric.criteria.map(({ id: criterionId, levels }) => ({
    ...{ criterionId, level: Math.max(...levels.map(({ ordinal }) => ordinal)) },
    comment: pen.text('calibration', 5_000),
  }));
  const place = { roundId, exemplarId };
  await pen.write(secondAssessor.client, 'saveCalibrationMark', { ...place, input: { criteria, expectedRevision: 0 } });
  await pen.write(secondAssessor.client, 'handInCalibrationMark', place);
  return { exemplars: [exemplarId, retired], roundId };
}

async function writeExemplar(pen: Pen, client: Client, { achievementId, rubric }: Judged): Promise<string> {
  const title = pen.text('exemplar', 200);
  const { id, revision } = await pen.write<{ id: string; revision: number }>(
    client,
    'createExemplar',
    { achievementId, title },
    EXEMPLAR,
  );
  const item = (url: string | null) => ({
    ...{ title: pen.text('piece', 200), text: pen.text('piece text', 20_000) },
    url,
  });
  const address = pen.shaped(`https://example.org/?q="><svg/onload=alert(1)>`, '"><svg/onload=alert(1)>');
  await pen.write(client, 'saveExemplar', {
    id,
    input: { title: pen.text('exemplar renamed', 200), items: [item(address), item(null)], expectedRevision: revision },
  });
  const criteria = rubric.criteria.map(({ id: criterionId, levels }) => ({
    ...{ criterionId, level: Math.max(...levels.map(({ ordinal }) => ordinal)) },
    reason: pen.text('worth', 2_000),
  }));
  await pen.write(client, 'proposeDefinitiveMark', { exemplarId: id, criteria });
  return id;
}
