import type { Rubric } from '@assay/rubric';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addAchievement, addPeople, addSkill, type People } from './support/programme.js';

const REGRESSION = 'regression { n slope intercept r2 standardError borderlineMean }';
const CUT = `__typename ... on AchievementVersion { id revision cutScore openPoints { field message }
    cutScoreSetting { method cutScore reason setAt setBy { displayName } angoff { round judges { name cut } standardDeviation standardError } ${REGRESSION} }
    angoffPanel { judges { id name } rounds { estimates { judgeId criterionId share } } } }
  ... on InvalidInput { problems { field message } } ... on Refusal { message } ... on ChangedMeanwhile { currentRevision }`;
const SAVE = `mutation($id: ID!, $revision: Int!, $input: AchievementDraftInput!) {
  result: saveAchievementDraft(id: $id, expectedRevision: $revision, input: $input) { ${CUT} } }`;
const SET = `mutation($id: ID!, $revision: Int!, $method: CutScoreMethod!) {
  result: setCutScore(achievementVersionId: $id, expectedRevision: $revision, method: $method) { ${CUT} } }`;
const NEXT =
  'mutation($id: ID!) { result: startNextVersion(achievementVersionId: $id) { ... on AchievementVersion { id revision } } }';
const MARKS = `query($id: ID!) { achievementVersion(id: $id) { cutScoreSetting { method } angoffPanel { judges { id } }
  marksGiven { n needed byOtherRubrics missing cutScore ${REGRESSION} scores } } }`;

interface Setting {
  method: string;
  cutScore: number;
  reason: string;
  setBy: { displayName: string } | null;
  angoff: { round: number; judges: { name: string; cut: number }[]; standardDeviation: number; standardError: number };
  regression: { n: number; slope: number; r2: number };
}
interface Answer {
  __typename: string;
  id: string;
  revision: number;
  currentRevision: number;
  cutScore: number;
  cutScoreSetting: Setting | null;
  openPoints: { field: string; message: string }[];
  problems: { field: string; message: string }[];
}
interface Marks {
  n: number;
  needed: number;
  byOtherRubrics: number;
  missing: string | null;
  cutScore: number | null;
  scores: number[];
}

describe('setting a cut score', () => {
  let api: TestApi;
  let designer: TestClient;
  let employee: TestClient;
  let people: People<'dana' | 'eve' | 'assa'>;
  let version: { id: string; achievementId: string; rubric: Rubric };
  let draft: { id: string; revision: number };

  beforeAll(async () => {
    api = await startApi();
    people = await addPeople(api, { dana: ['HR_DESIGNER'], eve: [], assa: ['ASSESSOR'] });
    designer = await api.as(people.dana);
    employee = await api.as(people.eve);
  });
  beforeEach(async () => {
    version = await addAchievement(api, (await addSkill(api, `Skill ${newId()}`)).id);
    draft = (await designer.query<{ result: Answer }>(NEXT, { id: version.id })).result;
  });
  afterAll(() => api.close());

  const as = async (document: string, variables: object): Promise<Answer> =>
    (await designer.query<{ result: Answer }>(document, variables)).result;
  const save = async (input: object): Promise<Answer> => {
    const saved = await as(SAVE, { id: draft.id, revision: draft.revision, input });
    if (saved.revision) draft = saved;
    return saved;
  };
  const set = (method: string) => as(SET, { id: draft.id, revision: draft.revision, method });
  const estimates = (rows: number[][]) =>
    rows.flatMap((row, judge) =>
      row.map((share, index) => ({ judgeId: `j${judge}`, criterionId: version.rubric.criteria[index]?.id, share })),
    );
  const panel = (...rounds: number[][][]) => ({
    judges: ['Ada', 'Ben', 'Cy'].map((name, index) => ({ id: `j${index}`, name })),
    rounds: rounds.map((rows) => ({ estimates: estimates(rows) })),
  });
  /** A mark that was handed in, by levels and overall view. */
  const mark = async (levels: number[], overall: string, { versionId = version.id, isReleased = true } = {}) => {
    const [slot, candidate, submission, marked] = [newId(), newId(), newId(), newId()];
    await api.sql('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, now())', [
      candidate,
      'Somebody',
      `${candidate}@example.org`,
    ]);
    await api.sql(
      `INSERT INTO marking_slot (id, submission_id, snapshot_id, achievement_version_id, achievement_id, achievement_name, candidate_id,
         candidate_code, purpose, state, attempt_no, criteria_count, item_count, submitted_at, due_at, assessor_id, handed_in_at)
       VALUES ($1, $2, $2, $3, $4, 'Writes tests', $5, 'C', 'FIRST', 'HANDED_IN', 1, 2, 1, now(), now(), $6, now())`,
      [slot, submission, versionId, version.achievementId, candidate, people.assa],
    );
    const criteria = version.rubric.criteria.map(({ id }, index) => ({
      criterionId: id,
      level: levels[index] ?? null,
      comment: 'Words about somebody',
    }));
    await api.sql(
      `INSERT INTO mark (id, slot_id, assessor_id, revision, saved_at, handed_in_at, criteria, rules, overall, seen_letters)
       VALUES ($1, $2, $3, 1, now(), now(), $4, '{}', $5, '[]')`,
      [marked, slot, people.assa, JSON.stringify(criteria), overall],
    );
    await api.sql(
      `INSERT INTO decision (id, submission_id, sequence, cause, mark_id, outcome, score, criteria, overall_comment, decided_at, released_at)
       VALUES ($1, $2, 1, 'MARKING', $3, 'PASS', 1, '[]', 'Words', now(), $4)`,
      [newId(), submission, marked, isReleased ? new Date() : null],
    );
  };
  const marksGiven = async (client: TestClient, id: string): Promise<{ marksGiven: Marks | null }> =>
    (await client.query<{ achievementVersion: { marksGiven: Marks | null } }>(MARKS, { id })).achievementVersion;

  it('by judgement: who set it, when and why is kept with the version', async () => {
    const saved = await save({ cutScore: 0.65, cutScoreReason: 'Two of three criteria carry the work.' });
    expect(saved.cutScoreSetting).toMatchObject({
      method: 'JUDGEMENT',
      cutScore: 0.65,
      reason: 'Two of three criteria carry the work.',
      setBy: { displayName: 'dana' },
    });
    const moved = await save({ cutScore: 0.7 });
    expect(moved.cutScoreSetting).toMatchObject({ cutScore: 0.7, reason: 'Two of three criteria carry the work.' });
    const other = await save({ description: 'Something else' });
    expect(other.cutScoreSetting).toMatchObject({ method: 'JUDGEMENT', cutScore: 0.7 });
  });

  it('by a panel: the last round counts, and everybody answers for every criterion', async () => {
    expect((await set('MODIFIED_ANGOFF')).problems[0]?.message).toContain('Name the judges');
    await save({ angoffPanel: panel([[0.6, 0.7], [0.5, 0.5], [0.9]]) });
    expect((await set('MODIFIED_ANGOFF')).problems[0]?.message).toBe(
      'Estimates are missing from Cy. Everybody answers for every criterion.',
    );
    await save({
      angoffPanel: panel(
        [
          [0.6, 0.7],
          [0.5, 0.5],
          [0.9, 0.9],
        ],
        [
          [0.6, 0.7],
          [0.6, 0.6],
          [0.7, 0.7],
        ],
      ),
    });
    const taken = await set('MODIFIED_ANGOFF');
    expect(taken.cutScore).toBeCloseTo(0.65, 9);
    expect(taken.cutScoreSetting).toMatchObject({ method: 'MODIFIED_ANGOFF', setBy: { displayName: 'dana' } });
    expect(taken.cutScoreSetting?.angoff).toMatchObject({ round: 2 });
    expect(taken.cutScoreSetting?.angoff.judges.map(({ name, cut }) => [name, Math.round(cut * 1000)])).toEqual([
      ['Ada', 650],
      ['Ben', 600],
      ['Cy', 700],
    ]);
    expect(taken.cutScoreSetting?.angoff.standardDeviation).toBeCloseTo(0.05, 9);
  });

  it('says that another rubric needs another panel', async () => {
    await save({
      angoffPanel: panel([
        [0.6, 0.7],
        [0.5, 0.5],
        [0.9, 0.9],
      ]),
    });
    draft = await set('MODIFIED_ANGOFF');
    const criteria = version.rubric.criteria.map((criterion) => ({ ...criterion, weight: 2 }));
    const heavier = await save({
      rubric: { criteria: [...criteria.slice(0, 1), ...version.rubric.criteria.slice(1)] },
    });
    expect(heavier.openPoints.map(({ field }) => field)).toContain('cutScore');
    const judged = await save({ cutScoreReason: 'The panel agrees with the new weights.' });
    expect(judged.openPoints.map(({ field }) => field)).not.toContain('cutScore');
  });

  it.each<[string, object]>([
    [
      'an estimate above all points',
      { judges: [{ id: 'a', name: 'A' }], rounds: [{ estimates: [{ judgeId: 'a', criterionId: 'c', share: 1.2 }] }] },
    ],
    [
      'an estimate of a stranger',
      { judges: [], rounds: [{ estimates: [{ judgeId: 'x', criterionId: 'c', share: 0.2 }] }] },
    ],
    [
      'two answers to one question',
      {
        judges: [{ id: 'a', name: 'A' }],
        rounds: [{ estimates: [0.1, 0.2].map((share) => ({ judgeId: 'a', criterionId: 'c', share })) }],
      },
    ],
    [
      'the same judge twice',
      {
        judges: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
        rounds: [],
      },
    ],
    ['a hundred rounds', { judges: [], rounds: Array.from({ length: 100 }, () => ({ estimates: [] })) }],
  ])('refuses %s and keeps the draft', async (_name, angoffPanel) => {
    const { problems } = await save({ angoffPanel });
    expect(problems[0]?.field).toMatch(/^angoffPanel/);
    expect((await save({ name: 'Kept' })).revision).toBe(2);
  });

  it('from marks: says what is missing until there are enough', async () => {
    for (let index = 0; index < 9; index++) await mark([2, 2], 'PASS');
    // What the candidate does not know yet, nobody reads off a count.
    await mark([2, 2], 'PASS', { isReleased: false });
    expect(await marksGiven(designer, draft.id)).toMatchObject({
      marksGiven: {
        n: 9,
        needed: 10,
        cutScore: null,
        scores: [],
        missing: 'There are too few marks: 10 are the least.',
      },
    });
    expect((await set('BORDERLINE_REGRESSION')).problems[0]).toMatchObject({ field: 'method' });
    await mark([2, 2], 'PASS');
    expect((await marksGiven(designer, draft.id)).marksGiven?.missing).toContain('the same overall view');
  });

  it('from marks: the score that the line gives to borderline work', async () => {
    const given: [number[], string][] = [
      [[1, 1], 'CLEAR_FAIL'],
      [[1, 2], 'BORDERLINE'],
      [[2, 2], 'PASS'],
      [[3, 3], 'STRONG'],
    ];
    for (const [levels, overall] of [...given, ...given, ...given]) await mark(levels, overall);
    const { marksGiven: found } = await marksGiven(designer, draft.id);
    // Scores 0, 1/4, 1/2, 1 over views 0 to 3: slope .325, intercept -.05.
    expect(found?.cutScore).toBeCloseTo(0.275, 9);
    expect(found?.scores).toHaveLength(12);
    const taken = await set('BORDERLINE_REGRESSION');
    expect(taken.cutScore).toBeCloseTo(0.275, 9);
    expect(taken.cutScoreSetting).toMatchObject({ method: 'BORDERLINE_REGRESSION', regression: { n: 12 } });
    expect(JSON.stringify(found)).not.toContain('Words');
  });

  it('from marks: leaves out those by a rubric that gives other points', async () => {
    for (let index = 0; index < 3; index++) await mark([1, 2], 'BORDERLINE');
    await save({
      rubric: { criteria: version.rubric.criteria.map((criterion, index) => ({ ...criterion, weight: index + 1 })) },
    });
    expect(await marksGiven(designer, draft.id)).toMatchObject({ marksGiven: { n: 0, byOtherRubrics: 3 } });
  });

  it('is told to designers only, and overwrites nobody', async () => {
    await mark([2, 2], 'PASS');
    expect(await marksGiven(employee, version.id)).toEqual({
      cutScoreSetting: null,
      angoffPanel: null,
      marksGiven: null,
    });
    const late = await as(SET, { id: draft.id, revision: draft.revision - 1, method: 'MODIFIED_ANGOFF' });
    expect(late).toMatchObject({ __typename: 'ChangedMeanwhile', currentRevision: draft.revision });
    expect((await set('JUDGEMENT')).problems[0]?.field).toBe('method');
    const { errors } = await employee.ask(SET, { id: draft.id, revision: 1, method: 'MODIFIED_ANGOFF' });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
