import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders } from './support/assessor.js';
import { act, addText, start } from './support/candidate.js';
import { illegal, LOOKED_AT } from './support/legal-states.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';
import {
  ASSESSORS,
  CANDIDATES,
  LEADS,
  make,
  type Move,
  moves,
  type Scene,
  type Somebody,
  told,
} from './support/random-moves.js';

const INTERLEAVINGS = Number(process.env.INTERLEAVINGS ?? 8);
const SEED = Number(process.env.SEED ?? 7);
const SCHEMES = [
  `marking_policy = 'DOUBLE_BLIND'`,
  `marking_policy = 'SINGLE'`,
  'borderline_band = 0.3',
  'high_stakes = true',
  `marking_policy = 'SECOND_MARK_SAMPLE', second_mark_share = 0.5`,
];
/** The negative control: what is held goes on being due. */
const BROKEN_GUARD = `CREATE OR REPLACE FUNCTION app_hold_slots(of_submission uuid, at timestamptz) RETURNS void LANGUAGE sql AS $$ SELECT $$`;

describe('moving submissions at random', () => {
  let api: TestApi;
  let people: People<Somebody>;
  const as = {} as Record<Somebody, TestClient>;
  const evidence = {} as Record<Somebody, string>;
  let skill: { id: string };
  const counts = { interleavings: 0, moves: 0, looks: 0, illegal: 0 };

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    const roles = (names: readonly Somebody[], role: ('ASSESSOR' | 'ASSESSMENT_LEAD')[]) =>
      Object.fromEntries(names.map((name) => [name, role]));
    people = await addPeople(api, {
      ...roles(CANDIDATES, []),
      ...roles(ASSESSORS, ['ASSESSOR']),
      ...roles(LEADS, ['ASSESSMENT_LEAD']),
    } as Parameters<typeof addPeople<Somebody>>[1]);
    skill = await addSkill(api);
    for (const name of Object.keys(people) as Somebody[]) as[name] = await api.as(people[name]);
    for (const name of CANDIDATES) evidence[name] = await addText(as[name], 'A change with its tests');
    for (const name of ASSESSORS)
      await api.sql('INSERT INTO assessor_profile (person_id, capacity, saved_at) VALUES ($1, 40, now())', [
        people[name],
      ]);
    if (process.env.BROKEN_GUARD) await api.sql(BROKEN_GUARD);
  }, 60_000);
  afterAll(async () => {
    await api.close();
    console.info(
      `${counts.interleavings} interleavings, ${counts.moves} moves, ${counts.looks} looks, ${counts.illegal} illegal states`,
    );
    if (process.env.COUNTS_FILE) appendFileSync(process.env.COUNTS_FILE, `${JSON.stringify(counts)}\n`);
  }, 60_000);

  /** Three people hand in for something new; whatever was before is out of the way. */
  async function begin(scheme: string): Promise<Scene> {
    const achievement = await addAchievement(api, skill.id, 'At random', 'DRAFT');
    await api.sql(`UPDATE achievement_version SET ${scheme} WHERE id = $1`, [achievement.id]);
    await api.sql(`UPDATE achievement_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [
      achievement.id,
    ]);
    await addFounders(
      api,
      achievement.achievementId,
      ASSESSORS.map((name) => people[name]),
    );
    await api.sql(
      `UPDATE marking_slot SET assessor_id = NULL, lease_until = NULL, state = 'CANCELLED' WHERE state IN ('OPEN', 'ALLOCATED', 'LEASED')`,
    );
    const submissionIds = await Promise.all(
      CANDIDATES.map(async (name) => {
        const { id } = await start(as[name], achievement.id);
        const links = achievement.rubric.criteria.map(
          (criterion, at) =>
            `c${at}: linkEvidence(submissionId: "${id}", criterionId: "${criterion.id}", itemId: "${evidence[name]}", reflection: "It shows it.") { __typename }`,
        );
        await as[name].query(`mutation { ${links.join('\n')} }`);
        const done = await act(
          as[name],
          `mutation($id: ID!) { result: submit(submissionId: $id, declarationAccepted: true) { __typename ... on Submission { state } } }`,
          { id },
        );
        if (done.state !== 'QUEUED') throw new Error(`It was not handed in: ${JSON.stringify(done)}`);
        return id;
      }),
    );
    return { api, as, people, rubric: achievement.rubric, submissionIds };
  }

  async function play(scene: Scene, all: Move[]): Promise<void> {
    let together: Move[] = [];
    for (const [at, move] of all.entries()) {
      together.push(move);
      if (move.atOnce && at < all.length - 1 && together.length < 3) continue;
      await Promise.all(together.map((each) => make(scene, each)));
      counts.moves += together.length;
      counts.looks += 1;
      const wrong = await illegal(api, scene.submissionIds);
      counts.illegal += wrong.length;
      if (wrong.length > 0) throw new Error(`After "${together.map(told).join('" and "')}":\n${wrong.join('\n')}`);
      together = [];
    }
  }

  it(
    'leaves every submission in a state that it may be in, whoever does what when',
    async () => {
      const property = fc.asyncProperty(fc.constantFrom(...SCHEMES), moves, async (scheme, all) => {
        await play(await begin(scheme), all);
        counts.interleavings += 1;
      });
      await fc.assert(property, {
        numRuns: INTERLEAVINGS,
        seed: SEED,
        // A failure is made as short as can be, and told as people would.
        interruptAfterTimeLimit: INTERLEAVINGS * 15_000,
        reporter: (run) => {
          if (!run.failed) return;
          const [scheme, all] = run.counterexample ?? ['', []];
          throw new Error(
            `Seed ${run.seed}, with ${scheme}, after ${run.numShrinks} times made shorter:\n${all.map(told).join('\n')}\n${String(run.errorInstance)}`,
          );
        },
      });
      expect(counts.looks).toBeGreaterThan(INTERLEAVINGS * 3);
      expect(LOOKED_AT).toBeGreaterThan(20);
    },
    INTERLEAVINGS * 20_000,
  );
});
