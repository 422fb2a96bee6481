import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportKinds, type NamedFile } from '../src/platform/commands/import-kinds.js';
import { eventually, startApi, type TestApi, type TestClient } from './support/api.js';
import { addCourse, complete } from './support/courses.js';
import { addPeople, addSkill, foundOrganisation } from './support/programme.js';
import { uploadFor } from './support/uploading.js';

const OSSU = join(__dirname, '../../../../shared/data/courses/ossu-cs/courses.json');

interface ShownImport {
  __typename: string;
  message?: string;
  id: string;
  state: string;
  problem: string | null;
  looksLike: { what: string; path: string; known: number; of: number } | null;
  fileId: string;
  catalogue: { name: string; licence: string; attribution: string } | null;
  columns: { header: string; field: string | null }[];
  counts: {
    rows: number;
    create: number;
    change: number;
    unchanged: number;
    errors: number;
    newProviders: number;
    linkedPrerequisites: number;
    prerequisitesInWords: number;
  };
  rows: {
    row: number;
    outcome: string;
    label: string;
    changes: string[];
    problems: { field: string; message: string }[];
  }[];
}

const SHOWN = `__typename ... on Refusal { message } ... on CourseImport { id state problem looksLike { what path known of } fileId catalogue { name licence attribution }
  columns { header field } counts { rows create change unchanged errors newProviders linkedPrerequisites prerequisitesInWords }
  rows { row outcome label changes problems { field message } } }`;

const lines = (...rows: string[]) => Buffer.from(`${rows.join('\r\n')}\r\n`);

async function preview(by: TestClient, kind: string, file: Buffer, name: string, more = {}): Promise<ShownImport> {
  const fileId = await uploadFor('import', by, name, file);
  const { it } = await by.query<{ it: ShownImport }>(
    `mutation($input: PreviewCourseImportInput!) { it: previewCourseImport(input: $input) { ${SHOWN} } }`,
    { input: { kind, fileId, ...more } },
  );
  return it;
}

async function apply(by: TestClient, { id }: ShownImport): Promise<ShownImport> {
  const { it } = await by.query<{ it: ShownImport }>(
    `mutation($id: ID!) { it: applyCourseImport(id: $id) { ${SHOWN} } }`,
    { id },
  );
  if (it.__typename !== 'CourseImport') return it;
  return eventually(
    async () =>
      (
        await by.query<{ it: ShownImport }>(
          `query($id: ID!) { it: courseImport(id: $id) { ${SHOWN.replace('... on Refusal { message }', '')} } }`,
          { id },
        )
      ).it,
    ({ state }) => state !== 'APPLYING',
  );
}

const problemsOf = (it: ShownImport) =>
  it.rows.flatMap(({ row, problems }) => problems.map(({ field, message }) => `${row} ${field}: ${message}`));

describe('importing courses', () => {
  let api: TestApi;
  let designer: TestClient;
  let ids: Record<'designer' | 'ann' | 'ben', string>;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, { designer: ['HR_DESIGNER'], ann: [], ben: [] });
    await api.sql(`UPDATE person SET email = 'ann@example.org', person_number = '1001' WHERE id = $1`, [ids.ann]);
    await api.sql(`UPDATE person SET email = 'ben@example.org', person_number = '1002' WHERE id = $1`, [ids.ben]);
    designer = await api.as(ids.designer);
  });
  afterAll(() => api.close());

  const countCourses = async () => (await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM course'))[0]?.n;

  it('brings a curriculum in from its JSON file, names its licence, and a second time changes nothing', async () => {
    const file = Buffer.from(
      JSON.stringify({
        name: 'Small curriculum',
        source: 'github example/curriculum @0123456789abcdef',
        licence: 'MIT',
        courses: [
          {
            name: 'Pumps: How they work',
            url: 'https://www.learn.example/pumps',
            group: 'Core',
            subgroup: 'Machines',
            duration: '4 weeks',
            effort: '2 hours/week',
            hoursMid: 8,
            prerequisitesText: '-',
            topics: ['impellers'],
          },
          {
            name: 'Valves',
            url: 'pages/valves.md',
            group: 'Core',
            subgroup: null,
            duration: '-',
            effort: '-',
            hoursMid: null,
            prerequisitesText: 'Pumps, some algebra',
          },
          { name: 'Networks', url: 'https://learn.example/networks', group: 'More', prerequisitesText: 'good will' },
        ],
      }),
    );
    const it = await preview(designer, 'COURSES', file, 'courses.json');
    expect(it).toMatchObject({
      state: 'PREVIEWED',
      catalogue: { name: 'Small curriculum', licence: 'MIT', attribution: 'From example/curriculum on GitHub' },
      counts: { rows: 3, create: 3, errors: 0, newProviders: 2, linkedPrerequisites: 1, prerequisitesInWords: 1 },
    });
    const before = await countCourses();
    expect((await apply(designer, it)).state).toBe('APPLIED');
    expect(await countCourses()).toBe((before ?? 0) + 3);

    const { courses } = await designer.query<{ courses: { edges: { node: object }[] } }>(
      `{ courses(search: "Valves") { edges { node { code url area prerequisites prerequisiteCourses { title }
         catalogue { name licence } provider { name trust } } } } }`,
    );
    expect(courses.edges[0]?.node).toEqual({
      code: 'valves',
      url: 'https://github.com/example/curriculum/blob/0123456789abcdef/pages/valves.md',
      area: 'Core',
      prerequisites: 'Pumps, some algebra',
      prerequisiteCourses: [{ title: 'Pumps: How they work' }],
      catalogue: { name: 'Small curriculum', licence: 'MIT' },
      provider: { name: 'github.com', trust: 'UNCHECKED' },
    });
    const again = await preview(designer, 'COURSES', file, 'courses.json');
    expect(again.counts).toMatchObject({ create: 0, change: 0, unchanged: 3, errors: 0 });
  });

  it('brings the 63 courses of a real curriculum in', async () => {
    if (!existsSync(OSSU)) return void process.stdout.write(`No real curriculum here (${OSSU}).\n`);
    const it = await preview(designer, 'COURSES', readFileSync(OSSU), 'courses.json');
    expect(it).toMatchObject({ state: 'PREVIEWED', problem: null, catalogue: { licence: 'MIT' } });
    expect(it.counts).toMatchObject({ rows: 63, create: 63, errors: 0 });
    expect(it.counts.linkedPrerequisites).toBeGreaterThanOrEqual(15);
    expect((await apply(designer, it)).state).toBe('APPLIED');
    const { courses } = await designer.query<{ courses: { edges: { node: object }[] } }>(
      `{ courses(search: "calculus 1b") { edges { node { hours duration topics prerequisiteCourses { title } } } } }`,
    );
    expect(courses.edges[0]?.node).toMatchObject({
      hours: 98,
      duration: '13 weeks, 5-10 hours/week',
      prerequisiteCourses: [{ title: 'Calculus 1A: Differentiation' }],
    });
    const again = await preview(designer, 'COURSES', readFileSync(OSSU), 'courses.json');
    expect(again.counts).toMatchObject({ unchanged: 63, create: 0, change: 0 });
  });

  it('reads a table by its headers, with skills, and shows what would change', async () => {
    const skill = await addSkill(api, 'Pressure');
    const table = (hours: string) =>
      lines(
        'Course ID;Name;Vendor;Workload;Cost;Currency;Format;Skills;Requirements;Prerequisite codes',
        `T-1;Pressure basics;Harbour College;${hours};120,50;eur;classroom;pressure@2=attach_evidence;;`,
        'T-2;Pressure in depth;Harbour College;40;;;blended;Pressure@3=SEND_FOR_REVIEW;;T-1',
      );
    const it = await preview(designer, 'COURSES', table('6'), 'courses.csv', {
      catalogue: { name: 'Harbour list', licence: '', attribution: '' },
    });
    expect(problemsOf(it)).toEqual([]);
    expect(it.columns.map(({ field }) => field)).toEqual([
      'CODE',
      'TITLE',
      'PROVIDER',
      'HOURS',
      'PRICE',
      'CURRENCY',
      'MODE',
      'OUTCOMES',
      'PREREQUISITES',
      'PREREQUISITE_CODES',
    ]);
    await apply(designer, it);
    const { skill: seen } = await designer.query<{ skill: { courses: object[] } }>(
      `{ skill(id: "${skill.id}") { courses(first: 10) { code priceAmount priceCurrency mode outcomes { result level { ordinal } } prerequisiteCourses { code } } } }`,
    );
    expect(seen.courses).toEqual([
      {
        ...{ code: 'T-1', priceAmount: 120.5, priceCurrency: 'EUR', mode: 'CLASSROOM' },
        ...{ outcomes: [{ result: 'ATTACH_EVIDENCE', level: { ordinal: 2 } }], prerequisiteCourses: [] },
      },
      {
        ...{ code: 'T-2', priceAmount: null, priceCurrency: null, mode: 'BLENDED' },
        ...{ outcomes: [{ result: 'SEND_FOR_REVIEW', level: { ordinal: 3 } }], prerequisiteCourses: [{ code: 'T-1' }] },
      },
    ]);
    const changed = await preview(designer, 'COURSES', table('8'), 'courses.csv');
    expect(changed.counts).toMatchObject({ change: 1, unchanged: 1 });
    expect(changed.rows).toEqual([
      { row: 2, outcome: 'CHANGE', label: 'Pressure basics', changes: ['hours'], problems: [] },
    ]);
  });

  it('says what is wrong, row by row, and writes nothing', async () => {
    const before = await countCourses();
    const it = await preview(
      designer,
      'COURSES',
      lines(
        'Code,Title,Hours,Price,Currency,Mode,Prerequisite codes,Skills,Start dates',
        'W-1,First,-4,10,XQX,by post,W-2,nothing@1=COMPLETE,03.11.2026',
        'W-2,Second,2,10,,CLASSROOM,W-1,,',
        'W-1,Again,many,,,,W-9,pressure=WIN,',
        ',No code,1,,,,,,',
        'W-5,',
      ),
      'courses.csv',
    );
    const wrong = problemsOf(it).join('\n');
    for (const words of [
      '2 hours: Hours are more than 0',
      '2 priceCurrency: “XQX” is not a currency',
      '2 mode: “BY_POST” is not a mode',
      '2 startDates: “03.11.2026” is not a day',
      '2 code: The code W-1 stands in the rows 2, 4.',
      '2 outcomes: No published framework has a skill “nothing”.',
      '3 priceCurrency: A price needs its currency',
      '4 hours: “many” is not a number',
      '4 prerequisiteCodes: There is no course “W-9”',
      '4 outcomes: “pressure=WIN” is not an outcome',
      '5 code: Give the course a code.',
      '6 : The row has 2 cells where the headers are 9. Was the file cut off here?',
    ])
      expect(wrong).toContain(words);
    expect(await apply(designer, it)).toMatchObject({ __typename: 'InvalidInput' });
    expect(await countCourses()).toBe(before);

    const circle = await preview(
      designer,
      'COURSES',
      lines('Code,Title,Prerequisite codes', 'R-1,One,R-3', 'R-2,Two,R-1', 'R-3,Three,R-2'),
      'courses.csv',
    );
    expect(problemsOf(circle).join()).toMatch(/in a circle: r-\d → r-\d → r-\d → r-\d/);

    const cut = await preview(designer, 'COURSES', Buffer.from('Code,Title\r\nC-1,"Cut in the mid'), 'courses.csv');
    expect(cut).toMatchObject({ state: 'FAILED' });
    expect(cut.problem).toContain('never closed');
    const json = await preview(designer, 'COURSES', Buffer.from('{"courses": [{"name": "Cut'), 'courses.json');
    expect(json.problem).toContain('not whole JSON');
    expect((await preview(designer, 'COURSES', lines('Something,Else', '1,2'), 'courses.csv')).problem).toContain(
      '“Code”',
    );
    expect(await countCourses()).toBe(before);
  });

  it('records completions from a file: all of it or nothing, once, each person told by number or mail', async () => {
    const course = await addCourse(designer, 'DONE-9', 'Confined spaces');
    const broken = await preview(
      designer,
      'COMPLETIONS',
      lines(
        'Course,Staff ID,Email,Completion date,Score',
        'DONE-9,1001,,2026-03-01,A',
        'done-9,,nobody@example.org,2026-03-01,',
        'DONE-9,1001,ben@example.org,2026-03-02,',
        'DONE-9,1001,,2999-03-01,',
        'NO-SUCH,1001,,2026-03-01,',
        'DONE-9,1001,,2026-03-01,A',
        'DONE-9,,,2026-03-01,',
        'DONE-9,1002,,1.3.2026,',
      ),
      'completions.csv',
    );
    const wrong = problemsOf(broken).join('\n');
    for (const words of [
      '3 email: There is nobody with the mail address “nobody@example.org”.',
      '4 email: The number 1001 is ann, and ben@example.org is ben.',
      '5 completedOn: 2999-03-01 is in the future',
      '6 courseCode: There is no course with the code “NO-SUCH”.',
      '7 : The same completion stands in row 2 already.',
      '8 email: Say who',
      '9 completedOn: “1.3.2026” is not a day',
    ])
      expect(wrong).toContain(words);
    expect(await apply(designer, broken)).toMatchObject({ __typename: 'InvalidInput' });
    const recorded = async () =>
      (
        await api.sql<{ n: number }>('SELECT count(*)::int AS n FROM course_completion WHERE course_id = $1', [
          course.id,
        ])
      )[0]?.n;
    expect(await recorded()).toBe(0);

    const file = lines(
      'Course,Staff ID,Email,Completion date,Score',
      'DONE-9,1001,,2026-03-01,A',
      'DONE-9,,BEN@example.org,2026-03-02,',
    );
    const it = await preview(designer, 'COMPLETIONS', file, 'completions.csv');
    expect(it.counts).toMatchObject({ rows: 2, create: 2, errors: 0 });
    expect((await apply(designer, it)).state).toBe('APPLIED');
    expect(await recorded()).toBe(2);
    expect((await preview(designer, 'COMPLETIONS', file, 'completions.csv')).counts).toMatchObject({
      create: 0,
      unchanged: 2,
    });
    const otherGrade = lines('Course,Staff ID,Completion date,Score', 'DONE-9,1001,2026-03-01,C');
    expect(problemsOf(await preview(designer, 'COMPLETIONS', otherGrade, 'completions.csv'))[0]).toContain(
      'the grade “A”',
    );
    const { myCompletions } = await (await api.as(ids.ann)).query<{ myCompletions: { totalCount: number } }>(
      '{ myCompletions { totalCount } }',
    );
    expect(myCompletions.totalCount).toBe(1);
  });

  it('does nothing when the people or the catalogue changed after the preview', async () => {
    const course = await addCourse(designer, 'DONE-10', 'Ladders');
    const file = lines('Course,Email,Date', 'DONE-10,ann@example.org,2026-04-01');
    const it = await preview(designer, 'COMPLETIONS', file, 'completions.csv');
    await complete(designer, course.id, ids.ann, '2026-04-01');
    const after = await apply(designer, it);
    expect(after).toMatchObject({ state: 'PREVIEWED', counts: { create: 0 } });
    expect(after.counts.errors + after.counts.unchanged).toBe(1);
    expect(after.problem).toContain('changed since the preview');
  });

  it('says where a table belongs that was dropped into the wrong place, and writes nothing of it', async () => {
    const people = lines('Staff ID,Name,Work email,Department,Position', '1,Ann,ann@example.org,Works,Fitter');
    expect(await preview(designer, 'COURSES', people, 'people.csv')).toMatchObject({
      ...{ state: 'FAILED', problem: 'Say which column holds “Code”.' },
      looksLike: { what: 'a list of people', path: '/admin/people/import', known: 5, of: 5 },
    });
    const finished = lines('Course,Staff ID,Completion date,Score', 'DONE-9,1001,2026-03-01,C');
    expect(await preview(designer, 'COURSES', finished, 'finished.csv')).toMatchObject({
      looksLike: { path: '/programme/courses/import?kind=COMPLETIONS' },
    });
    const skills = lines('skill,name,description,kind,parent', 'a,Welding,Joining,SKILL,');
    expect(await preview(designer, 'COMPLETIONS', skills, 'skills.csv')).toMatchObject({
      looksLike: { what: 'the table “Skills” of a framework', path: '/programme/frameworks/import' },
    });
    expect(await preview(designer, 'COMPLETIONS', finished, 'finished.csv')).toMatchObject({ looksLike: null });
    expect(await preview(designer, 'COURSES', lines('Alpha,Beta', '1,2'), 'x.csv')).toMatchObject({ looksLike: null });
  });

  it('offers templates that are read as they are', async () => {
    for (const [kind, name] of [
      ['COURSES', 'courses'],
      ['COMPLETIONS', 'completions'],
    ] as const)
      for (const ending of ['csv', 'xlsx']) {
        const response = await designer.fetch(`/courses/${name}-template.${ending}`);
        expect(response.status).toBe(200);
        const it = await preview(designer, kind, Buffer.from(await response.arrayBuffer()), `${name}.${ending}`);
        expect(it.state).toBe('PREVIEWED');
        expect(it.columns.every(({ field }) => field !== null)).toBe(true);
        if (kind === 'COURSES') expect(problemsOf(it)).toEqual([]);
      }
  });

  it('comes in on the host too, and is taken back whole when a row is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-courses-'));
    const file = async (name: string, content: Buffer) => {
      await writeFile(join(folder, name), content);
      return { name, path: join(folder, name), as: null, meant: true };
    };
    const run = (word: string, files: NamedFile[], apply: boolean) =>
      api.asSystem(async (system) => {
        const kind = api.app.get(ImportKinds).find(word);
        if (!kind) throw new Error(`There is no kind ${word}.`);
        return kind.run({ system, files, values: { title: 'Host list', licence: 'CC0' }, apply });
      });
    const courses = await file('courses.csv', lines('Code,Title', 'HOST-1,On the host'));
    expect(await run('courses', [courses], false)).toMatchObject({ counts: [{ create: 1 }], rows: 1 });
    expect((await run('courses', [courses], true)).outcome).toBe('1 were written.');
    const { counts, outcome } = await run('courses', [courses], true);
    expect([counts[0]?.unchanged, outcome]).toEqual([1, 'Everything is here already, and nothing was written.']);
    const completions = await file(
      'done.csv',
      lines('Course,Email,Date', 'HOST-1,ann@example.org,2026-01-31', 'X,?,?'),
    );
    const { notes } = await run('completions', [completions], true);
    expect(notes.filter(({ severity }) => severity === 'ERROR').map(({ row }) => row)).toEqual([3, 3, 3]);
    await rm(folder, { recursive: true });
  });

  it('is for those who keep the catalogue', async () => {
    const ann = await api.as(ids.ann);
    const refused = await ann.ask(
      `mutation { previewCourseImport(input: { kind: COURSES, fileId: "${ids.ann}" }) { __typename } }`,
    );
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await ann.fetch('/courses/courses-template.csv')).status).toBe(403);
  });
});
