import { DataSource } from 'typeorm';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { addFounders, claim, handInMark, release, saveMark, slotOf } from './support/assessor.js';
import { claimLevel, link, start, submit } from './support/candidate.js';
import { addCourse, complete, saveCourse } from './support/courses.js';
import { addAchievement, addPeople, addSkill, foundOrganisation } from './support/programme.js';
import { PNG, uploadEvidence } from './support/uploading.js';

const ROWS = 5;

/** A page of many rows asks the database as often as a page of one, whatever is nested in the rows. */
describe('lists cost the same however long', () => {
  let api: TestApi;
  let statements = 0;
  const as = {} as Record<'cand' | 'asa' | 'hana' | 'pia', TestClient>;

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    const ids = await addPeople(api, { cand: [], asa: ['ASSESSOR'], hana: ['HR_DESIGNER'], pia: ['PROGRAMME_OWNER'] });
    for (const name of ['cand', 'asa', 'hana', 'pia'] as const) as[name] = await api.as(ids[name]);
    for (let row = 0; row < ROWS; row += 1) {
      const version = await addAchievement(api, (await addSkill(api, `Skill ${row}`)).id, `Achievement ${row}`);
      await addFounders(api, version.achievementId, [ids.asa]);
      await passedBy(version);
    }
    await finishedBy(ids.cand, ids.hana);
    countStatements(api.app.get(DataSource));
  });
  afterAll(() => api.close());

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
      `achievements(first: $first) { edges { node { holders openPoints { field } assessors { person { displayName } } skill { name framework { title }
         requiredBy { mustHave } } level { label } publishedBy { displayName } mySubmission { state } } } }`,
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
});
