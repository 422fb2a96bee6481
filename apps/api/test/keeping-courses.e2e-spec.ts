import { startApi, eventually, type TestApi, type TestClient } from './support/api.js';
import { addCourse, type Answer, complete, saveCourse } from './support/courses.js';
import { addManager, addPeople, addSkill, foundOrganisation } from './support/programme.js';

interface Rating {
  answers: number;
  content: number | null;
}

describe('keeping courses', () => {
  let api: TestApi;
  let ids: Record<'designer' | 'employee' | 'manager' | 'stranger' | 'a' | 'b' | 'c' | 'd' | 'e', string>;
  let designer: TestClient;
  let employee: TestClient;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, {
      designer: ['HR_DESIGNER'],
      employee: [],
      manager: [],
      stranger: [],
      a: [],
      b: [],
      c: [],
      d: [],
      e: [],
    });
    await addManager(api, ids.employee, ids.manager);
    [designer, employee] = await Promise.all([api.as(ids.designer), api.as(ids.employee)]);
  });
  afterAll(() => api.close());

  it('is for those who may, and read by everybody', async () => {
    const refused = await employee.ask(`mutation { addCourse(input: { code: "X", title: "X" }) { __typename } }`);
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');

    const { id } = await addCourse(designer, 'NET-1', 'Reading network drawings');
    const { course } = await employee.query<{ course: { title: string; viewerCan: string[] } }>(
      `{ course(id: "${id}") { title viewerCan } }`,
    );
    expect(course).toMatchObject({ title: 'Reading network drawings' });
    expect(course.viewerCan).not.toContain('edit');
  });

  it('saves what is given, loses nothing to a second editor, and names every fault', async () => {
    const course = await addCourse(designer, 'NET-2', 'Finding leaks');
    expect(await saveCourse(designer, course, { hours: 16, mode: 'CLASSROOM', language: 'en' })).toMatchObject({
      __typename: 'Course',
      revision: 2,
    });
    expect(await saveCourse(designer, { id: course.id, revision: 1 }, { hours: 1 })).toMatchObject({
      __typename: 'ChangedMeanwhile',
    });
    const faults = await saveCourse(designer, course, {
      hours: -3,
      priceAmount: 10,
      priceCurrency: 'XQX',
      language: 'English',
      url: 'javascript:alert(1)',
      code: 'net-1',
    });
    expect(faults.__typename).toBe('InvalidInput');
    for (const words of ['Hours are more than 0', 'is not a currency', 'language code', 'https://', 'belongs to'])
      expect(faults.message).toContain(words);
    const { kept } = await designer.query<{ kept: { hours: number } }>(
      `{ kept: course(id: "${course.id}") { hours } }`,
    );
    expect(kept.hours).toBe(16);
  });

  it('refuses prerequisites that go round in a circle, with the way round', async () => {
    const [one, two, three] = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => addCourse(designer, `CIRCLE-${title}`, title)),
    );
    if (!one || !two || !three) throw new Error('Three were added.');
    await saveCourse(designer, two, { prerequisiteIds: [one.id] });
    await saveCourse(designer, three, { prerequisiteIds: [two.id] });
    const refused = await saveCourse(designer, one, { prerequisiteIds: [three.id] });
    expect(refused.__typename).toBe('InvalidInput');
    expect(refused.message).toMatch(/One → Three → Two → One|Three → Two → One → Three|Two → One → Three → Two/);
    expect((await saveCourse(designer, one, { prerequisiteIds: [one.id] })).message).toContain(
      'does not build on itself',
    );
  });

  it('tells from a skill which courses teach it, and refuses a level that its scale lacks', async () => {
    const skill = await addSkill(api, 'Surveying');
    const course = await addCourse(designer, 'SUR-1', 'Surveying for beginners');
    expect(
      await saveCourse(designer, course, { outcomes: [{ skillId: skill.id, levelOrdinal: 9, result: 'COMPLETE' }] }),
    ).toMatchObject({ __typename: 'InvalidInput' });
    await saveCourse(designer, course, {
      outcomes: [{ skillId: skill.id, levelOrdinal: 2, result: 'ATTACH_EVIDENCE' }],
    });
    const { skill: seen } = await employee.query<{ skill: { courses: { title: string }[] } }>(
      `{ skill(id: "${skill.id}") { courses(first: 10) { title outcomes { result skill { name } level { label } } } } }`,
    );
    expect(seen.courses).toEqual([
      {
        title: 'Surveying for beginners',
        outcomes: [{ result: 'ATTACH_EVIDENCE', skill: { name: 'Surveying' }, level: { label: 'Working' } }],
      },
    ]);
    await designer.query(`mutation { retireCourse(id: "${course.id}") { __typename } }`);
    const after = await employee.query<{ skill: { courses: unknown[] } }>(
      `{ skill(id: "${skill.id}") { courses(first: 10) { id } } }`,
    );
    expect(after.skill.courses).toEqual([]);
  });

  it('finds by words and wishes, and counts what each choice would leave', async () => {
    const short = await addCourse(designer, 'F-1', 'Facet short');
    const long = await addCourse(designer, 'F-2', 'Facet long');
    await saveCourse(designer, short, { hours: 2, mode: 'ONLINE_LIVE', language: 'en' });
    await saveCourse(designer, long, { hours: 80, mode: 'CLASSROOM', language: 'de' });
    const { courses, courseFacets } = await employee.query<{
      courses: { totalCount: number; edges: { node: { title: string } }[] };
      courseFacets: { modes: { value: string; count: number }[]; languages: { value: string; count: number }[] };
    }>(
      `{ courses(search: "facet", filter: { mode: ONLINE_LIVE }) { totalCount edges { node { title } } }
         courseFacets(search: "facet", filter: { mode: ONLINE_LIVE }) { modes { value count } languages { value count } } }`,
    );
    expect(courses).toEqual({ totalCount: 1, edges: [{ node: { title: 'Facet short' } }] });
    expect(courseFacets.modes).toEqual(
      expect.arrayContaining([
        { value: 'CLASSROOM', count: 1 },
        { value: 'ONLINE_LIVE', count: 1 },
      ]),
    );
    expect(courseFacets.languages).toEqual([{ value: 'en', count: 1 }]);
  });

  it('asks why a provider is trusted', async () => {
    const add = (input: object) =>
      designer.query<{ answer: Answer }>(
        `mutation($input: CourseProviderInput!) { answer: addCourseProvider(input: $input) {
           __typename ... on CourseProvider { id } ... on Refusal { message } } }`,
        { input },
      );
    const { answer: bare } = await add({ name: 'Harbour College', trust: 'TRUSTED', country: 'ZZ' });
    expect(bare).toMatchObject({ __typename: 'InvalidInput' });
    expect(bare.message).toContain('Say why');
    expect(bare.message).toContain('not a country');
    const said = { name: 'Harbour College', trust: 'TRUSTED', trustReason: 'Audited in spring', country: 'gb' };
    expect((await add(said)).answer.__typename).toBe('CourseProvider');
    expect((await add({ name: 'harbour college' })).answer.message).toContain('already');
  });

  it('records who finished it, once, and shows it to the person, the manager and nobody else', async () => {
    const { id } = await addCourse(designer, 'DONE-1', 'Working in trenches');
    expect((await complete(designer, id, ids.employee, '2999-01-01')).message).toContain('future');
    const first = await complete(designer, id, ids.employee);
    const second = await complete(designer, id, ids.employee);
    expect(second.id).toBe(first.id);

    const asked = `{ person(id: "${ids.employee}") { completions(first: 10) { course { title } completedOn grade } } }`;
    const seen = async (by: string) =>
      (await (await api.as(by)).query<{ person: { completions: unknown[] } }>(asked)).person.completions;
    const fact = { course: { title: 'Working in trenches' }, completedOn: '2026-06-30', grade: 'B' };
    expect(await seen(ids.employee)).toEqual([fact]);
    expect(await seen(ids.manager)).toEqual([fact]);
    expect(await seen(ids.stranger)).toEqual([]);

    const taken = await designer.fetch(`/courses/${id}/completions.csv`);
    expect(taken.headers.get('content-type')).toContain('text/csv');
    const [head, row, ...rest] = (await taken.text()).split('\r\n');
    expect(head?.replace('\ufeff', '')).toBe('Course code,Person number,Email,Name,Completed on,Grade');
    expect(row).toMatch(/^DONE-1,.*,2026-06-30,B$/);
    expect(rest).toEqual(['']);
    const [noted] = await api.sql<object>(
      "SELECT actor_id, target, detail->>'rows' AS rows FROM audit_entry WHERE operation = 'exportCompletions'",
    );
    expect(noted).toMatchObject({ target: id, rows: '1' });
    expect((await (await api.as(ids.manager)).fetch(`/courses/${id}/completions.csv`)).status).toBe(403);
    expect((await designer.fetch(`/courses/${first.id}/completions.csv`)).status).toBe(404);

    const { answer } = await designer.query<{ answer: Answer }>(
      `mutation { answer: withdrawCompletion(id: "${first.id ?? ''}", reason: "Somebody else of that name") { __typename } }`,
    );
    expect(answer.__typename).toBe('Completion');
    expect(await seen(ids.employee)).toEqual([]);
  });

  it('asks those who finished it, and tells means from five answers on', async () => {
    const { id } = await addCourse(designer, 'SAID-1', 'Talking to customers');
    const say = async (person: string, content: number, comment = '') =>
      (
        await (
          await api.as(person)
        ).query<{ answer: Answer }>(
          `mutation($id: ID!, $input: CourseFeedbackInput!) { answer: giveCourseFeedback(courseId: $id, input: $input) {
             __typename ... on Refusal { message } } }`,
          { id, input: { content, teaching: 3, usefulness: 4, comment } },
        )
      ).answer;
    expect(await say(ids.a, 5)).toMatchObject({ __typename: 'NotAllowed' });
    const rated = async () =>
      (
        await designer.query<{ course: { rating: Rating; comments: string[] } }>(
          `{ course(id: "${id}") { rating { answers content } comments } }`,
        )
      ).course;
    for (const [person, mark] of [
      [ids.a, 5],
      [ids.b, 4],
      [ids.c, 4],
      [ids.d, 3],
    ] as const) {
      await complete(designer, id, person);
      expect(await say(person, mark, 'Long but good')).toMatchObject({ __typename: 'CourseFeedback' });
    }
    expect(await rated()).toEqual({ rating: { answers: 4, content: null }, comments: [] });
    await complete(designer, id, ids.e);
    expect(await say(ids.e, 9)).toMatchObject({ __typename: 'InvalidInput' });
    await say(ids.e, 4);
    expect(await rated()).toEqual({
      rating: { answers: 5, content: 4 },
      comments: ['Long but good', 'Long but good', 'Long but good', 'Long but good'],
    });
    const { course } = await employee.query<{ course: { comments: string[] } }>(`{ course(id: "${id}") { comments } }`);
    expect(course.comments).toEqual([]);
    await eventually(
      () => api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM domain_event WHERE type = 'CourseCompleted'`),
      ([row]) => (row?.n ?? 0) >= 5,
    );
  });
});
