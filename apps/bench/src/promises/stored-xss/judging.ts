import { claim } from '../../chain/assessment.js';
import type { Actor } from '../../chain/people.js';
import type { Client } from '../../product/client.js';
import { candidateOf, type Cast, day } from './cast.js';
import type { Pen } from './pen.js';
import type { Judged } from './programme.js';

const PLACES = 'query($id: ID!) { assessmentCase(id: $id) { places { id purpose state } } }';
const SLOT = '... on MarkingSlot { id }';

/** Something that waits for a judgement, and whose it is. */
export interface HandedIn {
  submissionId: string;
  candidate: Actor;
}

/** Somebody, new unless it is said who, hands a little work in. */
export async function handIn(pen: Pen, cast: Cast, { id, rubric }: Judged, by?: Actor): Promise<HandedIn> {
  const candidate = by ?? (await candidateOf(cast));
  const { client } = candidate;
  const about = { title: pen.text('small title', 300), text: pen.text('small text', 3_000), madeOn: day(-3) };
  const item = await pen.write(client, 'addTextEvidence', { input: about }, '... on EvidenceItem { id }');
  const begun = await pen.write(
    client,
    'startSubmission',
    { achievementVersionId: id },
    '... on Submission { id } ... on AttemptOpen { message }',
  );
  const submissionId = begun.id;
  for (const { id: criterionId } of rubric.criteria)
    await pen.write(client, 'linkEvidence', {
      ...{ submissionId, criterionId, itemId: item.id },
      reflection: pen.text('reflection', 5_000),
    });
  await pen.write(
    client,
    'submit',
    { submissionId, declarationAccepted: true },
    '... on GapsLeft { gaps { message } }',
  );
  return { submissionId, candidate };
}

/** The newest place of that kind for a judgement on a submission. */
export async function placeOf({ lead }: Cast, { submissionId }: HandedIn, purpose = 'FIRST'): Promise<string> {
  const { places } = await lead.client.query<{ places: { id: string; purpose: string; state: string }[] }>(PLACES, {
    id: submissionId,
  });
  const found = places.findLast((place) => place.purpose === purpose && place.state !== 'CANCELLED');
  if (!found) throw new Error(`There is no place ${purpose} on submission ${submissionId}.`);
  return found.id;
}

/** Takes a place, marks every criterion at the level that is chosen of its ordinals, and hands in. */
export async function judge(pen: Pen, by: Client, slotId: string, choose = Math.max): Promise<void> {
  const slot = await claim(by, slotId);
  await pen.write(by, 'saveMark', {
    slotId,
    input: {
      criteria: slot.snapshot.criteria.map(({ criterion }) => ({
        criterionId: criterion.id,
        level: choose(...criterion.levels.map(({ ordinal }) => ordinal)),
        comment: pen.text('comment', 5_000),
      })),
      rules: { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' },
      overall: 'PASS',
      seenLetters: slot.snapshot.items.map(({ letter }) => letter),
      expectedRevision: slot.mark?.revision ?? 0,
    },
  });
  await pen.write(by, 'handInMark', { slotId }, SLOT);
}

/** Every criterion at its lowest level, with words. */
export const lowest = (pen: Pen, { rubric }: Judged, kind: string, most: number) =>
  rubric.criteria.map(({ id: criterionId, levels }) => ({
    criterionId,
    level: Math.min(...levels.map(({ ordinal }) => ordinal)),
    [kind]: pen.text(kind, most),
  }));
