import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRubricTable, type Rubric, rubricOfTable } from '@assay/rubric';
import Ajv2019 from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { newId } from '../src/platform/database/id.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { faultsBySchema } from './support/case-package.js';
import { addAchievement, addPeople, addSkill, foundOrganisation, type People } from './support/programme.js';
import { uploadFor } from './support/uploading.js';

const SCHEMA = join(__dirname, '../../../../shared/data/frameworks/case/schemas/case_v1p1_cfpackage-jsonschema1.json');
const READ = `query($id: ID!) { rubricFile(uploadId: $id) { name cells problems { place message }
  rubrics { title notes { place } rubric { criteria { id title description weight mustReach skillId
    levels { id ordinal label points descriptor isCompetent } } } } } }`;

interface Answer {
  name: string;
  cells: string[][];
  problems: { place: string; message: string }[];
  rubrics: { title: string; rubric: Rubric; notes: { place: string }[] }[];
}

describe('exchanging a rubric with other programs', () => {
  let api: TestApi;
  let designer: TestClient;
  let employee: TestClient;
  let people: People<'dana' | 'eve'>;
  let version: { id: string; rubric: Rubric };

  beforeAll(async () => {
    api = await startApi();
    await foundOrganisation(api);
    people = await addPeople(api, { dana: ['HR_DESIGNER'], eve: [] });
    designer = await api.as(people.dana);
    employee = await api.as(people.eve);
    const made = await addAchievement(api, (await addSkill(api)).id);
    // Words that a spreadsheet would run, break or lose.
    const hostile = ['=1+1', '-3 of them', 'two\nlines, "quoted"', '@home', 'سطر', '', 'tab\there'];
    const rubric = structuredClone(made.rubric);
    let next = 0;
    for (const criterion of rubric.criteria)
      for (const level of criterion.levels) level.descriptor = hostile[next++ % hostile.length] ?? '';
    const id = newId();
    await api.sql(
      `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, outcomes, rubric, evidence_asked, cut_score, route, marking_policy, descriptors, created_at)
       SELECT $1, achievement_id, 2, 'DRAFT', name, '', '[]', $3, '[]', 0.5, 'PORTFOLIO', 'SINGLE', descriptors, now() FROM achievement_version WHERE id = $2`,
      [id, made.id, JSON.stringify(rubric)],
    );
    version = { id, rubric };
  });
  afterAll(() => api.close());

  const download = (by: TestClient, kind: string) => by.fetch(`/achievements/${version.id}/rubric.${kind}`);
  const read = async (name: string, content: Buffer, by = designer): Promise<Answer | null> => {
    const id = await uploadFor('import', by, name, content);
    return (await by.query<{ rubricFile: Answer | null }>(READ, { id })).rubricFile;
  };

  it.each(['csv', 'xlsx'])('goes out as .%s and comes back as it was', async (kind) => {
    const answer = await download(designer, kind);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(`rubric.${kind}`);
    const content = Buffer.from(await answer.arrayBuffer());
    if (kind === 'csv') expect(content.toString()).toContain("'=1+1");
    const found = await read(`rubric.${kind}`, content);
    expect(found?.problems).toEqual([]);
    const table = readRubricTable(found?.cells ?? [], version.rubric);
    expect(table.notes).toEqual([]);
    expect(rubricOfTable(table, version.rubric, newId)).toEqual(version.rubric);
  });

  it('answers programs that ask by CASE: the published one, with the skill that a criterion shows', async () => {
    const made = await addAchievement(api, (await addSkill(api)).id);
    const [criterion, ...rest] = made.rubric.criteria;
    const shown = newId();
    const path = (id: string) => `/ims/case/v1p1/CFRubrics/${id}`;
    const answer = await employee.fetch(path(made.id));
    expect(answer.status).toBe(200);
    const rubric = (await answer.json()) as { identifier: string; CFRubricCriteria: unknown[] };
    expect(rubric).toMatchObject({ identifier: made.id });
    expect(rubric.CFRubricCriteria).toHaveLength(1 + rest.length);
    expect((await employee.fetch(path(version.id))).status).toBe(404);
    expect((await designer.fetch(path(version.id))).status).toBe(404);
    // Strangers read it where an administrator opened the door, and then the same, as the standard wants it.
    expect((await api.stranger.fetch(path(made.id))).status).toBe(401);
    await api.sql('UPDATE organisation SET frameworks_open = true');
    const seen = await api.stranger.fetch(path(made.id));
    expect([seen.status, await seen.json()]).toEqual([200, rubric]);
    expect((await api.stranger.fetch(path(version.id))).status).toBe(404);
    await api.sql('UPDATE organisation SET frameworks_open = false');
    expect(faultsBySchema('cfrubric', rubric)).toEqual([]);
    const withSkill = { criteria: [{ ...criterion, skillId: shown }, ...rest] };
    await api.sql('UPDATE achievement_version SET rubric = $2 WHERE id = $1', [version.id, JSON.stringify(withSkill)]);
    const file = Buffer.from(await (await download(designer, 'case.json')).arrayBuffer());
    expect(file.toString()).toContain(shown);
    const found = await read('rubric.json', file);
    expect(found?.rubrics[0]?.rubric.criteria[0]).toMatchObject({ skillId: shown });
    await api.sql('UPDATE achievement_version SET rubric = $2 WHERE id = $1', [
      version.id,
      JSON.stringify(version.rubric),
    ]);
  });

  it('goes out as a package of CASE and comes back as it was', async () => {
    const answer = await download(designer, 'case.json');
    const content = Buffer.from(await answer.arrayBuffer());
    const found = await read('rubric.json', content);
    expect(found).toMatchObject({ problems: [], cells: [], rubrics: [{ title: 'Writes tests', notes: [] }] });
    const criteria = version.rubric.criteria.map((criterion) => ({ skillId: null, ...criterion }));
    expect(found?.rubrics[0]?.rubric).toEqual({ criteria });
    if (!existsSync(SCHEMA)) return console.warn(`The schemas of CASE are not at ${SCHEMA}: not compared.`);
    const ajv = new Ajv2019({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
    validate(JSON.parse(content.toString()));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ['a package that was cut off', 'cut.json', '{"CFRubrics": [\n{"title": "x",', /Line 2/],
    ['a package without a rubric', 'frame.json', '{"CFDocument": {}}', /CFRubrics/],
    [
      'a rubric without levels',
      'bare.json',
      `{"CFRubrics":[{"CFRubricCriteria":[{"identifier":"${newId()}"}]}]}`,
      /CFRubricCriteria\[0\]\.CFRubricCriterionLevels/,
    ],
    ['an empty file', 'empty.csv', '\n', /empty\.csv/],
    ['a quote left open', 'open.csv', 'Criterion,Low\nReads,"slow\n', /open\.csv/],
    ['a list of half the town', 'town.csv', `Criterion,Low\n${'a,b\n'.repeat(300)}`, /town\.csv/],
  ])('refuses %s and says where', async (_name, file, content, place) => {
    const found = await read(file, Buffer.from(content));
    expect(found?.problems[0]?.place).toMatch(place);
    expect(found).toMatchObject({ cells: [], rubrics: [] });
  });

  it('is for those who may see it, and reads only what is one’s own', async () => {
    for (const kind of ['csv', 'xlsx', 'case.json']) expect((await download(employee, kind)).status).toBe(404);
    const id = await uploadFor('import', designer, 'mine.csv', Buffer.from('Criterion,Low\nReads,a\n'));
    const other = await api.as((await addPeople(api, { olga: ['HR_DESIGNER'] })).olga);
    expect(await other.query(READ, { id })).toEqual({ rubricFile: null });
    const { errors } = await employee.ask(READ, { id });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
