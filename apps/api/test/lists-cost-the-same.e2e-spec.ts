import { DataSource } from 'typeorm';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { markFrom, placesOf } from './support/after-the-mark.js';
import { addFounders, claim, handInMark, release, saveMark, slotOf } from './support/assessor.js';
import { claimLevel, handIn, link, start, submit } from './support/candidate.js';
import { addCourse, complete, saveCourse, sayFinished } from './support/courses.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';
import { PNG, uploadEvidence } from './support/uploading.js';

const ROWS = 5;

/** A page of many rows asks the database as often as a page of one, whatever is nested in the rows. */
describe('lists cost the same however long', () => {
  let api: TestApi;
  let statements = 0;
  const as = {} as Record<'cand' | 'asa' | 'bo' | 'lena' | 'hana' | 'pia', TestClient>;
  let ids: Record<keyof typeof as, string>;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    ids = await addPeople(api, {
      cand: [],
      asa: ['ASSESSOR'],
      bo: ['ASSESSOR'],
      lena: ['ASSESSMENT_LEAD'],
      hana: ['HR_DESIGNER'],
      pia: ['PROGRAMME_OWNER'],
    });
    for (const name of ['cand', 'asa', 'bo', 'lena', 'hana', 'pia'] as const) as[name] = await api.as(ids[name]);
    for (let row = 0; row < ROWS; row += 1) {
      const version = await addAchievement(api, (await addSkill(api, `Skill ${row}`)).id, `Achievement ${row}`);
      await addFounders(api, version.achievementId, [ids.asa]);
      await passedBy(version);
      await previewOf(version.achievementId);
    }
    await finishedBy(ids.cand, ids.hana);
    countStatements(api.app.get(DataSource));
  });
  afterAll(() => api.close());

  /** A list of badges that was looked at and not given. */
  const previewOf = (achievementId: string) =>
    api.sql(
      `INSERT INTO bulk_issue (id, file_id, file_name, achievement_id, state, columns, mapping, counts, rows, created_at, created_by)
       VALUES (gen_random_uuid(), gen_random_uuid(), 'list.csv', $1, 'PREVIEWED', '[]', '[]', '{"rows": 0, "create": 0, "held": 0, "errors": 0}', '[]', now(), $2)`,
      [achievementId, ids.hana],
    );

  async function passedBy(version: Awaited<ReturnType<typeof addAchievement>>): Promise<void> {
    const { id } = await start(as.cand, version.id);
    const uploadId = await uploadEvidence(as.cand, 'photo.png', PNG);
    const { kept } = await as.cand.query<{ kept: { id: string } }>(
      `mutation($uploadId: ID!) { kept: addFileEvidence(input: { uploadId: $uploadId, title: "Photo" }) { ... on EvidenceItem { id } } }`,
      { uploadId },
    );
    for (const criterion of version.rubric.criteria) {
      await link(as.cand, id, criterion.id, kept.id, 'It shows it.');
      await claimLevel(as.cand, id, criterion.id, 2);
    }
    await submit(as.cand, id);
    const slot = await slotOf(api, id);
    await claim(as.asa, slot);
    await saveMark(as.asa, slot, version.rubric, [2, 2]);
    await handInMark(as.asa, slot);
    await release(as.asa, slot);
  }

  /** Two who judged apart, and differ. */
  async function differing(row: number): Promise<void> {
    const version = await addAchievement(api, (await addSkill(api, `Twice ${row}`)).id, `Twice ${row}`, 'DRAFT');
    await api.sql(`UPDATE achievement_version SET marking_policy = 'DOUBLE_BLIND' WHERE id = $1`, [version.id]);
    await api.sql(`UPDATE achievement_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1`, [
      version.id,
    ]);
    await addFounders(api, version.achievementId, [ids.asa, ids.bo]);
    const { FIRST = '', SECOND = '' } = await placesOf(api, await handIn(as.cand, version));
    await markFrom(as.asa, FIRST, version.rubric, [1, 1]);
    await markFrom(as.bo, SECOND, version.rubric, [3, 3]);
  }

  async function finishedBy(personId: string, otherId: string): Promise<void> {
    const skills = await api.sql<{ id: string }>('SELECT id FROM skill ORDER BY code LIMIT $1', [ROWS]);
    let before: { id: string; revision: number } | null = null;
    for (const [row, skill] of skills.entries()) {
      const course = await addCourse(as.hana, `C-${row}`, `Course ${row}`);
      const provider = await as.hana.query<{ answer: { id: string } }>(
        `mutation { answer: addCourseProvider(input: { name: "Provider ${row}" }) { ... on CourseProvider { id } } }`,
      );
      await saveCourse(as.hana, course, {
        providerId: provider.answer.id,
        outcomes: [{ skillId: skill.id, levelOrdinal: 2, result: 'COMPLETE' }],
        prerequisiteIds: before ? [before.id] : [],
      });
      for (const person of [personId, otherId]) await complete(as.hana, course.id, person);
      await sayFinished(as.cand, course.id, { completedOn: '2026-06-29' });
      before = course;
    }
  }

  function countStatements(dataSource: DataSource): void {
    const open = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = (...args) => {
      const runner = open(...args);
      const ask = runner.query.bind(runner);
      runner.query = ((...asked: Parameters<typeof ask>) => {
        statements += 1;
        return ask(...asked);
      }) as typeof runner.query;
      return runner;
    };
  }

  it.each<[keyof typeof as, string]>([
    [
      'asa',
      `reviewQueue(scope: HANDED_IN, first: $first) { edges { node { submissionState viewerCan lease { mine } eligibility { ok }
         mark { left { field } } decision { criteria { met } } snapshot { items { file { name } } criteria { number } }
         achievementVersion { name level { label } skill { name } } } } }`,
    ],
    [
      'cand',
      `mySubmissions(first: $first) { edges { node { state gaps { number } items { item { usedIn file { name } } } criteria { number }
         timeline { state } snapshot { items { file { name } } } person { displayName } decision { criteria { met } }
         award { state credential { id } } achievementVersion { name level { label } } } } }`,
    ],
    ['cand', 'myEvidence(first: $first) { edges { node { usedIn file { name } viewerCan } } }'],
    [
      'hana',
      `courses(first: $first) { edges { node { title provider { name } catalogue { name } rating { answers } myFeedback { comment } myCompletion { id }
         viewerCan prerequisiteCourses { title } outcomes { result skill { name } level { label } achievement { name } } } } }`,
    ],
    [
      'cand',
      `myCompletions(first: $first) { edges { node { course { title } person { displayName } viewerCan outcomes { skill { name } level { label } } } } }`,
    ],
    [
      'hana',
      `completionClaims(first: $first) { edges { node { course { title myClaim { id } } person { displayName } viewerCan proof { title file { name } } } } }`,
    ],
    [
      'hana',
      `achievements(first: $first) { edges { node { holders openPoints { field } assessors { person { displayName } } skill { name framework { title }
         requiredBy { mustHave } } level { label } publishedBy { displayName } mySubmission { state } } } }`,
    ],
    [
      'hana',
      `bulkIssues(first: $first) { edges { node { createdBy { displayName } achievement { name } standing { issued } viewerCan } } }`,
    ],
    [
      'pia',
      `issuances(first: $first) { edges { node { person { displayName roles } issuance { stage } credential { id } achievementVersion { name level { label } } } } }`,
    ],
    [
      'pia',
      `people(first: $first) { edges { node { roles standings { level { label } } employment { manager { displayName } jobRoleLevel { name } } } } }`,
    ],
  ])('%s: %s', async (name, asked) => {
    const cost = async (first: number) => {
      statements = 0;
      const { list } = await as[name].query<{ list: { edges: object[] } }>(`query($first: Int) { list: ${asked} }`, {
        first,
      });
      return { statements, rows: list.edges.length };
    };
    const [few, many] = [await cost(1), await cost(ROWS)];
    expect(few.rows).toBe(1);
    expect(many.rows).toBeGreaterThan(3);
    // A row may be of a kind that the first one was not (one's own, one with a manager); what grows by rows grows by more.
    expect(many.statements).toBeLessThanOrEqual(few.statements + 2);
  });

  it('asa and lena: marks that differ, what is under assessment, and what was released together', async () => {
    const lists = {
      asa: `reconciliations { state viewerCan viewerIsFirst left { message } achievementVersion { name } }`,
      lena: `assessmentCases(first: 20) { edges { node { state candidateCode dueAt notReleasable viewerCan malpractice { reason }
        achievementVersion { name } decision { outcome } places { assessor { displayName } } holds { reason } } } }`,
      releases: `releaseBatches { submissionIds releaseAt doneAt released skipped { submissionId reason } }`,
    } as const;
    const cost = async (name: keyof typeof lists) => {
      statements = 0;
      const by = name === 'asa' ? as.asa : as.lena;
      const { list } = await by.query<{ list: object[] | { edges: object[] } }>(`{ list: ${lists[name]} }`);
      return { statements, rows: 'edges' in list ? list.edges.length : list.length };
    };
    // What differs cannot be released: it stays, with the reason.
    const release = async () => {
      const waiting = await api.sql<{ id: string }>(`SELECT id FROM submission WHERE state = 'RECONCILING'`);
      await as.lena.query('mutation($ids: [ID!]!) { releaseTogether(submissionIds: $ids) { __typename } }', {
        ids: waiting.map(({ id }) => id),
      });
    };
    await differing(0);
    await release();
    const few = { asa: await cost('asa'), lena: await cost('lena'), releases: await cost('releases') };
    for (let row = 1; row < ROWS; row += 1) {
      await differing(row);
      await release();
    }
    for (const name of ['asa', 'lena', 'releases'] as const) {
      const many = await cost(name);
      expect(many.rows - few[name].rows).toBe(ROWS - 1);
      expect(many.statements).toBeLessThanOrEqual(few[name].statements + 2);
    }
  }, 60_000);
});
