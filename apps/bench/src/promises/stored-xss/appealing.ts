import type { Assessed } from './assessing.js';
import type { Cast } from './cast.js';
import { type HandedIn, lowest } from './judging.js';
import type { Pen } from './pen.js';
import type { Programme } from './programme.js';

const RECALLED = `{ recalls { items { id submissionId viewerCan } } }`;

/** What candidates object to, how it is answered, and what is looked at again because of it; the appeals. */
export async function writeAppeals(
  pen: Pen,
  cast: Cast,
  { achievement }: Programme,
  { adjusted, confirmed }: Assessed,
): Promise<string[]> {
  const { client } = cast.lead;
  const lodge = ({ candidate, submissionId }: HandedIn) =>
    pen.write(
      candidate.client,
      'lodgeAppeal',
      { submissionId, grounds: 'MARKING_ERROR', statement: pen.text('appeal', 5_000) },
      '... on Appeal { id }',
    );
  // Adjusted to the lowest levels: not met, so far.
  await tryAgain(pen, adjusted, achievement);
  const outOfScope = await lodge(confirmed);
  const check = (id: string, inScope: boolean) =>
    pen.write(client, 'checkAppeal', { id, inScope, answer: pen.text('appeal checked', 5_000) });
  await check(outOfScope.id, false);
  const upheld = await lodge(adjusted);
  await check(upheld.id, true);
  await pen.write(client, 'decideAppeal', {
    ...{ id: upheld.id, outcome: 'UPHELD', answer: pen.text('appeal answered', 5_000) },
    criteria: higher(pen, achievement),
  });
  const recalls = await client.query<{ items: { id: string; submissionId: string }[] }[]>(RECALLED);
  const item = recalls.flatMap(({ items }) => items).find((each) => each.submissionId === confirmed.submissionId);
  if (!item) throw new Error('What the same assessor decided was not recalled.');
  await pen.write(client, 'decideRecallItem', {
    ...{ itemId: item.id, reason: pen.text('recall', 2_000) },
    criteria: lowest(pen, achievement, 'comment', 5_000),
  });
  return [outOfScope.id, upheld.id];
}

/** What was not met is asked again, and the same evidence needs a reason. */
async function tryAgain(pen: Pen, { candidate: { client } }: HandedIn, { id, rubric }: Programme['achievement']) {
  const again = await pen.write(client, 'startSubmission', { achievementVersionId: id }, '... on Submission { id }');
  const because = pen.text('same evidence', 5_000);
  await pen.write(client, 'keepSameEvidence', { submissionId: again.id, criterionId: rubric.criteria[0]?.id, because });
}

const higher = (pen: Pen, { rubric }: Programme['achievement']) =>
  rubric.criteria.map(({ id: criterionId, levels }) => ({
    criterionId,
    level: Math.max(...levels.map(({ ordinal }) => ordinal)),
    comment: pen.text('level changed', 5_000),
  }));
