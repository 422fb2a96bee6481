import type { Rubric } from '@assay/rubric';
import fc from 'fast-check';
import { ClaimsService } from '../../src/features/assessments/claims.service.js';
import { after, appealed, lodge, moderate, reconcile } from './after-the-mark.js';
import type { TestApi, TestClient } from './api.js';
import { claim, handInMark, putBack, release, saveMark } from './assessor.js';
import { submit, withdraw } from './candidate.js';

export const CANDIDATES = ['eve', 'fay', 'gus'] as const;
export const ASSESSORS = ['ada', 'bo', 'cy', 'dee', 'ed'] as const;
export const LEADS = ['lena', 'lars'] as const;
export type Somebody = (typeof CANDIDATES | typeof ASSESSORS | typeof LEADS)[number];

/** One thing that somebody does to one of the submissions; `how` picks among what can be chosen. */
export interface Move {
  by: Somebody;
  does: string;
  to: number;
  how: number;
  /** At the same moment as the one after it. */
  atOnce: boolean;
}

export interface Scene {
  api: TestApi;
  as: Record<Somebody, TestClient>;
  people: Record<Somebody, string>;
  rubric: Rubric;
  submissionIds: string[];
}

interface Act {
  who: readonly Somebody[];
  often: number;
  run(scene: Scene, by: Somebody, submissionId: string, how: number): Promise<unknown>;
}
const LEVELS = [
  [3, 3],
  [1, 1],
  [2, 3],
  [3, 1],
];
const UNFINISHED = `state IN ('OPEN', 'ALLOCATED', 'LEASED') AND purpose <> 'MODERATION'`;

async function place({ api }: Scene, submissionId: string, which: string, how: number): Promise<string> {
  const found = await api.sql<{ id: string }>(
    `SELECT id FROM marking_slot WHERE submission_id = $1 AND ${which} ORDER BY id`,
    [submissionId],
  );
  return found[how % Math.max(1, found.length)]?.id ?? submissionId;
}

/** Takes a place, writes and hands in: as far as it gets. */
async function judge(scene: Scene, by: Somebody, id: string, how: number): Promise<void> {
  const taken = await claim(scene.as[by], id);
  if (taken.__typename !== 'MarkingSlot') return;
  await saveMark(scene.as[by], id, scene.rubric, LEVELS[how % LEVELS.length] ?? [], taken.mark?.revision ?? 0);
  await handInMark(scene.as[by], id);
}

async function revisionOf({ api }: Scene, id: string): Promise<number> {
  const [row] = await api.sql<{ revision: number }>(
    'SELECT revision FROM reconciliation WHERE submission_id = $1 ORDER BY round DESC LIMIT 1',
    [id],
  );
  return row?.revision ?? 1;
}

const agreement = ({ rubric }: Scene, how: number) => ({
  criteria: rubric.criteria.map(({ id }) => ({ criterionId: id, level: 1 + (how % 3), reason: 'We looked again.' })),
  rules: null,
});
const newLevels = ({ rubric }: Scene, how: number) =>
  `[${rubric.criteria.map(({ id }) => `{ criterionId: "${id}", level: ${1 + (how % 3)}, comment: "As it is." }`).join()}]`;
const openAppeal = async ({ api }: Scene, id: string) =>
  (await api.sql<{ id: string }>('SELECT id FROM appeal WHERE submission_id = $1 ORDER BY lodged_at DESC', [id]))[0]
    ?.id ?? id;
const act = (scene: Scene, by: Somebody, mutation: string) =>
  scene.as[by].query(`mutation { result: ${mutation} { __typename } }`);
const led =
  (name: string): Act['run'] =>
  ({ as }, by, id) =>
    after(
      as[by],
      name,
      name === 'askModeration' || name === 'resumeSubmission'
        ? `submissionId: "${id}"`
        : `submissionId: "${id}", reason: "So it is"`,
    );

/** Everything that people do to what was handed in. */
const ACTS: Record<string, Act> = {
  judges: {
    who: ASSESSORS,
    often: 14,
    run: async (scene, by, id, how) => judge(scene, by, await place(scene, id, UNFINISHED, how), how),
  },
  takes: {
    who: ASSESSORS,
    often: 4,
    run: async (scene, by, id, how) => claim(scene.as[by], await place(scene, id, UNFINISHED, how)),
  },
  'hands in': {
    who: ASSESSORS,
    often: 2,
    run: async (scene, by, id, how) => handInMark(scene.as[by], await place(scene, id, UNFINISHED, how)),
  },
  'puts back': {
    who: ASSESSORS,
    often: 2,
    run: async (scene, by, id, how) => putBack(scene.as[by], await place(scene, id, UNFINISHED, how), 'Not today'),
  },
  'is too slow': {
    who: ASSESSORS,
    often: 1,
    run: async ({ api, people }, by, id) => {
      await api.sql(
        `UPDATE marking_slot SET lease_until = now() - interval '1 minute' WHERE submission_id = $1 AND assessor_id = $2 AND state = 'LEASED'`,
        [id, people[by]],
      );
      await api.asSystem((system) => api.app.get(ClaimsService).freeLapsed(system));
    },
  },
  proposes: {
    who: ASSESSORS,
    often: 4,
    run: async (scene, by, id, how) =>
      reconcile(scene.as[by], 'saveReconciliation', {
        id,
        input: agreement(scene, how),
        revision: await revisionOf(scene, id),
      }),
  },
  agrees: {
    who: ASSESSORS,
    often: 5,
    run: async (scene, by, id) =>
      reconcile(scene.as[by], 'agreeReconciliation', { id, revision: await revisionOf(scene, id) }),
  },
  'asks for a third mark': {
    who: [...ASSESSORS, ...LEADS],
    often: 2,
    run: ({ as }, by, id) => reconcile(as[by], 'askThirdMark', { id }),
  },
  settles: {
    who: LEADS,
    often: 2,
    run: (scene, by, id, how) => reconcile(scene.as[by], 'adjudicate', { id, input: agreement(scene, how) }),
  },
  moderates: {
    who: ASSESSORS,
    often: 5,
    run: async (scene, by, id, how) => {
      const slotId = await place(scene, id, `purpose = 'MODERATION' AND state IN ('OPEN', 'LEASED')`, how);
      await claim(scene.as[by], slotId);
      const outcome = ['CONFIRMED', 'ADJUSTED', 'SENT_BACK'][how % 3];
      const criteria =
        outcome === 'ADJUSTED'
          ? scene.rubric.criteria.map(({ id: criterionId }) => ({
              criterionId,
              level: 1 + (how % 2),
              comment: 'Seen again.',
            }))
          : [];
      return moderate(scene.as[by], slotId, { outcome, reason: 'So it is', criteria });
    },
  },
  'asks for a check of': { who: LEADS, often: 4, run: led('askModeration') },
  holds: { who: LEADS, often: 3, run: led('holdSubmission') },
  resumes: { who: LEADS, often: 4, run: led('resumeSubmission') },
  'gives back': { who: LEADS, often: 1, run: led('returnSubmission') },
  doubts: { who: LEADS, often: 1, run: led('proposeVoid') },
  'decides about': {
    who: LEADS,
    often: 1,
    run: ({ as }, by, id, how) => after(as[by], 'decideVoid', `submissionId: "${id}", confirmed: ${how % 3 === 0}`),
  },
  gives: {
    who: LEADS,
    often: 3,
    run: async (scene, by, id, how) =>
      act(
        scene,
        by,
        `giveSlot(slotId: "${await place(scene, id, UNFINISHED, how)}", personId: "${scene.people[ASSESSORS[how % ASSESSORS.length] ?? 'ada']}")`,
      ),
  },
  'takes back': {
    who: LEADS,
    often: 1,
    run: async (scene, by, id, how) =>
      act(
        scene,
        by,
        `takeBackSlot(slotId: "${await place(scene, id, `state = 'ALLOCATED'`, how)}", reason: "Somebody else")`,
      ),
  },
  releases: {
    who: ASSESSORS,
    often: 4,
    run: async (scene, by, id, how) => release(scene.as[by], await place(scene, id, `state = 'HANDED_IN'`, how)),
  },
  'releases all with': {
    who: LEADS,
    often: 2,
    run: ({ as, submissionIds }, by) =>
      after(as[by], 'releaseTogether', `submissionIds: [${submissionIds.map((each) => `"${each}"`).join()}]`, 'id'),
  },
  'hands in again': { who: CANDIDATES, often: 2, run: ({ as }, by, id) => submit(as[by], id) },
  withdraws: { who: CANDIDATES, often: 1, run: ({ as }, by, id) => withdraw(as[by], id) },
  appeals: { who: CANDIDATES, often: 3, run: ({ as }, by, id) => lodge(as[by], id, 'Page three shows it.') },
  'looks at the appeal of': {
    who: LEADS,
    often: 2,
    run: async (scene, by, id, how) =>
      appealed(
        scene.as[by],
        `checkAppeal(id: "${await openAppeal(scene, id)}", inScope: ${how % 4 > 0}, answer: "It is not about that.")`,
      ),
  },
  'has the appeal judged of': {
    who: LEADS,
    often: 1,
    run: async (scene, by, id) => appealed(scene.as[by], `askAppealMark(id: "${await openAppeal(scene, id)}")`),
  },
  'answers the appeal of': {
    who: LEADS,
    often: 3,
    run: async (scene, by, id, how) =>
      appealed(
        scene.as[by],
        `decideAppeal(id: "${await openAppeal(scene, id)}", outcome: ${how % 2 ? 'UPHELD' : 'DISMISSED'}, answer: "We looked.", criteria: ${how % 2 ? newLevels(scene, how) : '[]'})`,
      ),
  },
};

/** Any order of moves, each by somebody whose it could be. */
export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc
    .oneof(...Object.entries(ACTS).map(([does, { often }]) => ({ weight: often, arbitrary: fc.constant(does) })))
    .chain((does) =>
      fc.record({
        by: fc.constantFrom<Somebody>(...(ACTS[does]?.who ?? [])),
        does: fc.constant(does),
        to: fc.nat(CANDIDATES.length - 1),
        how: fc.nat(11),
        atOnce: fc.boolean(),
      }),
    ),
  { minLength: 1, maxLength: 24, size: 'max' },
);

export async function make(scene: Scene, { by, does, to, how }: Move): Promise<void> {
  // Candidates act on what is theirs.
  const own = (CANDIDATES as readonly string[]).indexOf(by);
  await ACTS[does]?.run(scene, by, scene.submissionIds[own >= 0 ? own : to] ?? '', how);
}

/** A move as one would tell it. */
export const told = ({ by, does, to, how, atOnce }: Move): string => {
  const own = (CANDIDATES as readonly string[]).includes(by);
  return `${by} ${does} ${own ? 'their own' : `${CANDIDATES[to]}'s`} (${how})${atOnce ? ', and at the same moment' : ''}`;
};
