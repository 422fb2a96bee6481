import writeXlsxFile from 'write-excel-file/node';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import {
  applyImport,
  askToApply,
  csv,
  organisationAsItIs,
  previewAgain,
  previewImport,
  settled,
  type ShownImport,
} from './support/people-imports.js';
import { addGrant, addUnit, employIn } from './support/grants.js';
import { addPeople, foundOrganisation } from './support/programme.js';
import { uploadFor } from './support/uploading.js';

const HEADER = 'Employee ID,Name,Email,Job title,Department,Manager ID';

/** A company of nine, in one file. */
const COMPANY = [
  HEADER,
  '1,Ines Okafor,ines@example.org,Director,Works,',
  '2,Ben Cole,ben@example.org,Head of networks,Works / Networks,1',
  '3,Cid Reyes,cid@example.org,Fitter,Works / Networks,2',
  '4,Dana Wu,dana@example.org,Fitter,Works / Networks,2',
  '5,"Ek, Maja",maja@example.org,Chemist,Works / Laboratory,1',
];

const row = (it: ShownImport, number: number) => {
  const found = it.rows.edges.find(({ node }) => node.row === number)?.node;
  if (!found) throw new Error(`There is no row ${number}: ${JSON.stringify(it.rows)} ${it.problem}`);
  return found;
};

describe('importing people', () => {
  let api: TestApi;
  let admin: TestClient;
  let ids: Record<'ada' | 'colleague', string>;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    ids = await addPeople(api, { ada: ['ADMINISTRATOR'], colleague: [] });
    admin = await api.as(ids.ada);
  });
  afterAll(() => api.close());

  it('guesses what the columns are, shows what would come, and brings a company in', async () => {
    const it = await previewImport(admin, csv(...COMPANY));
    expect(it).toMatchObject({
      state: 'PREVIEWED',
      problem: null,
      viewerCan: expect.arrayContaining(['apply', 'cancel']) as string[],
    });
    expect(it.mapping.map(({ field }) => field)).toEqual([
      'PERSON_NUMBER',
      'DISPLAY_NAME',
      'EMAIL',
      'JOB_TITLE',
      'UNIT',
      'MANAGER_NUMBER',
    ]);
    expect(it.columns[1]).toEqual({ header: 'Name', samples: ['Ines Okafor', 'Ben Cole', 'Cid Reyes'] });
    expect(it.counts).toEqual({ rows: 5, create: 5, change: 0, unchanged: 0, leave: 0, errors: 0 });
    expect(row(it, 4)).toMatchObject({ outcome: 'CREATE', name: 'Cid Reyes', personId: null });
    expect(row(it, 4).changes).toContainEqual({ field: 'unit', from: null, to: 'Works / Networks (new unit)' });
    expect(row(it, 4).changes).toContainEqual({ field: 'manager', from: null, to: 'Ben Cole' });
    expect((await api.sql('SELECT 1 FROM person')).length).toBe(2);

    expect(await applyImport(admin, it.id)).toMatchObject({ state: 'APPLIED', progress: 100 });
    const { people } = await admin.query<{ people: { edges: { node: object }[] } }>(
      `{ people(search: "cid") { edges { node { displayName personNumber email line { displayName }
         employment { jobTitle startsOn endsOn isPrimary orgUnit { path { name } } } } } } }`,
    );
    expect(people.edges[0]?.node).toMatchObject({
      displayName: 'Cid Reyes',
      personNumber: '3',
      line: [{ displayName: 'Ben Cole' }, { displayName: 'Ines Okafor' }],
      employment: {
        jobTitle: 'Fitter',
        endsOn: null,
        isPrimary: true,
        orgUnit: { path: [{ name: 'Works' }, { name: 'Networks' }] },
      },
    });
    const [audited] = await api.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE operation = 'applyPeopleImport'`,
    );
    expect(audited?.n).toBe(2);
  });

  it('does nothing twice: the same file again changes no row', async () => {
    const before = await organisationAsItIs(api);
    const it = await previewImport(admin, csv(...COMPANY));
    expect(it.counts).toEqual({ rows: 5, create: 0, change: 0, unchanged: 5, leave: 0, errors: 0 });
    // A row that is written anew has another place, even with the same words.
    const written = () =>
      api.sql(
        ['person', 'employment', 'org_unit', 'role_grant']
          .map((table) => `SELECT '${table}' AS of, id::text, xmin::text AS by, ctid::text AS at FROM ${table}`)
          .join(' UNION ALL ') + ' ORDER BY of, id',
      );
    const counted = await written();
    expect(counted.length).toBeGreaterThan(10);
    await applyImport(admin, it.id);
    expect(await organisationAsItIs(api)).toBe(before);
    expect(await written()).toEqual(counted);
  });

  it('shows what would be different, field by field, and keeps what was before', async () => {
    const it = await previewImport(
      admin,
      csv(
        HEADER,
        '3,Cid Reyes-Holm,cid@example.org,Senior fitter,Works / Laboratory,5',
        '4,Dana Wu,dana@example.org,Fitter,Networks,2',
      ),
    );
    expect(it.counts).toMatchObject({ change: 1, unchanged: 1, errors: 0 });
    expect(row(it, 2).changes).toEqual([
      { field: 'displayName', from: 'Cid Reyes', to: 'Cid Reyes-Holm' },
      { field: 'jobTitle', from: 'Fitter', to: 'Senior fitter' },
      { field: 'unit', from: 'Works / Networks', to: 'Works / Laboratory' },
      { field: 'manager', from: 'Ben Cole', to: 'Ek, Maja' },
    ]);
    // Recorded as having begun a month ago, so that a change from today on ends something.
    await api.sql(`UPDATE employment SET starts_on = starts_on - 30`);
    const again = await previewAgain(admin, await fileOf(it.id));
    await applyImport(admin, again.id);
    const { person } = await admin.query<{ person: { employments: object[] } }>(
      'query($id: ID!) { person(id: $id) { employments { jobTitle state manager { displayName } endsOn } } }',
      { id: row(it, 2).personId },
    );
    expect(person.employments).toMatchObject([
      { jobTitle: 'Fitter', state: 'PAST', manager: { displayName: 'Ben Cole' } },
      { jobTitle: 'Senior fitter', state: 'CURRENT', manager: { displayName: 'Ek, Maja' }, endsOn: null },
    ]);
  });

  async function fileOf(importId: string): Promise<string> {
    const [found] = await api.sql<{ file: string }>('SELECT file_id AS file FROM people_import WHERE id = $1', [
      importId,
    ]);
    return found?.file ?? '';
  }

  it('an empty cell keeps what is there, a dash empties it', async () => {
    const it = await previewImport(admin, csv('Employee ID,Department,Manager ID', '4,,', '5,-,-'));
    expect(it.counts).toMatchObject({ change: 1, unchanged: 1 });
    expect(row(it, 3).changes).toEqual([
      { field: 'unit', from: 'Works / Laboratory', to: null },
      { field: 'manager', from: 'Ines Okafor', to: null },
    ]);
  });

  describe('bad files', () => {
    it.each<[string, string[], number, string, RegExp]>([
      [
        'an unknown manager',
        ['9,New One,new@example.org,Fitter,Works,777'],
        2,
        'manager',
        /nobody with the number 777, neither here nor in the file/,
      ],
      [
        'a circle',
        ['1,Ines Okafor,ines@example.org,Director,Works,3', '5,,,,,'],
        2,
        'manager',
        /circle: .*Ines Okafor (reports )?to .*Cid Reyes-Holm/,
      ],
      ['oneself as manager', ['9,New One,new@example.org,Fitter,Works,9'], 2, 'manager', /Nobody is their own manager/],
      ['a number twice', ['3,,,,,', '3,,,,,'], 3, 'personNumber', /The number 3 stands in the rows 2, 3/],
      [
        'a mail address twice',
        ['8,A B,same@example.org,Fitter,Works,', '9,C D,SAME@example.org,Fitter,Works,'],
        2,
        'email',
        /stands in the rows 2, 3/,
      ],
      [
        "somebody else's mail address",
        ['3,,ben@example.org,,,'],
        2,
        'email',
        /ben@example.org belongs to Ben Cole already/,
      ],
      [
        "somebody else's number for a mail address",
        ['99,,ben@example.org,,,'],
        2,
        'personNumber',
        /Ben Cole, who has the number 2 and not 99/,
      ],
      [
        'no mail address at all',
        ['9,New One,not a mail,Fitter,Works,'],
        2,
        'email',
        /“not a mail” is not a mail address/,
      ],
      ['a new person without anything', ['9,,,,,'], 2, 'displayName', /A new person needs a name/],
      [
        'neither number nor mail address',
        [',New One,,Fitter,Works,'],
        2,
        'email',
        /needs the number or the mail address/,
      ],
      ['a job title of 201 characters', [`3,,,${'x'.repeat(201)},,`], 2, 'jobTitle', /at most 200 characters/],
      ['a unit without a name in between', ['3,,,,Works / / Networks,'], 2, 'unit', /between two \/ there is nothing/],
    ])('%s: named by row and field, nothing written', async (_what, lines, at, field, says) => {
      const before = await organisationAsItIs(api);
      const it = await previewImport(admin, csv(HEADER, ...lines));
      expect(it.state).toBe('PREVIEWED');
      expect(row(it, at).outcome).toBe('ERROR');
      expect(row(it, at).problems).toContainEqual({ field, message: expect.stringMatching(says) as string });
      expect(it.viewerCan).not.toContain('apply');
      expect(await askToApply(admin, it.id)).toMatchObject({ __typename: 'InvalidInput' });
      expect(await organisationAsItIs(api)).toBe(before);
    });

    it.each<[string, Buffer, RegExp]>([
      [
        'a row with more columns',
        csv(HEADER, '3,Cid,cid@example.org,Fitter,Works,2,surplus'),
        /Row 2 has more columns/,
      ],
      ['a row with fewer columns', csv(HEADER, '3,Cid'), /Row 2 has fewer columns/],
      [
        'a quote that is never closed',
        csv(HEADER, '3,"Cid,cid@example.org,Fitter,Works,2'),
        /quote that is never closed/,
      ],
      ['no columns at all', csv('just a line of text'), /recognised by their person number or mail address/],
      [
        'nobody to be recognised by',
        csv('Name,Title', 'Cid,Fitter'),
        /recognised by their person number or mail address/,
      ],
    ])('%s: the file is not read, and says why', async (_what, file, says) => {
      const before = await organisationAsItIs(api);
      const it = await previewImport(admin, file);
      expect(it).toMatchObject({ state: 'FAILED', problem: expect.stringMatching(says) as string });
      expect((await askToApply(admin, it.id)).__typename).toBe('NotAllowed');
      expect(await organisationAsItIs(api)).toBe(before);
    });

    it('a day written another way, or a unit of which there are two', async () => {
      await admin.query(`mutation { a: addOrgUnit(name: "Sales") { ... on OrgUnit { id } } }`);
      const { units } = await admin.query<{ units: { id: string }[] }>('{ units: orgUnits(search: "Sales") { id } }');
      await admin.query(
        'mutation($below: ID) { addOrgUnit(name: "Networks", parentId: $below) { ... on OrgUnit { id } } }',
        { below: units[0]?.id },
      );
      const it = await previewImport(
        admin,
        csv('Employee ID,Department,Last day', '4,Networks,03.11.2026', '3,Sales / Networks,2026-13-01'),
      );
      expect(row(it, 2).problems).toEqual([
        {
          field: 'lastDay',
          message: '“03.11.2026” is not a day as it is read here. Write it as 2026-11-03: year, month, day.',
        },
        {
          field: 'unit',
          message: 'There are several units Networks. Name it by its path: Sales / Networks or Works / Networks.',
        },
      ]);
      expect(row(it, 3).problems).toMatchObject([{ field: 'lastDay' }]);
    });
  });

  it.each<[string, (lines: string[]) => Buffer]>([
    ['UTF-8 with a mark', (lines) => Buffer.from(`\ufeff${lines.join('\n')}`)],
    [
      'UTF-16 of a spreadsheet, parted by tabs',
      (lines) => Buffer.from(`\ufeff${lines.join('\r\n').replaceAll(';', '\t')}`, 'utf16le'),
    ],
    ['Windows-1252, parted by semicolons', (lines) => Buffer.from(lines.join('\r\n'), 'latin1')],
  ])('reads %s', async (_what, write) => {
    const it = await previewImport(
      admin,
      write(['Personnel number;Full name;E-mail;Position', '20;Zoë Müller;zoe@example.org;=1+1']),
    );
    expect(it.problem).toBeNull();
    expect(row(it, 2)).toMatchObject({ outcome: 'CREATE', name: 'Zoë Müller' });
    // What looks like a formula is a text like any other here.
    expect(row(it, 2).changes).toContainEqual({ field: 'jobTitle', from: null, to: '=1+1' });
  });

  it('reads a spreadsheet, with its days', async () => {
    const sheet = await writeXlsxFile([
      ['Staff no', 'First name', 'Surname', 'Email', 'Title', 'Hire date'].map((value) => ({ value })),
      [
        { value: 30 },
        { value: 'Ola' },
        { value: 'Ferreira' },
        { value: 'ola@example.org' },
        { value: 'Fitter' },
        { value: new Date('2026-01-05'), format: 'yyyy-mm-dd' },
      ],
    ]).toBuffer();
    const it = await previewImport(admin, sheet, {}, 'people.xlsx');
    expect(it.problem).toBeNull();
    expect(row(it, 2)).toMatchObject({ outcome: 'CREATE', name: 'Ola Ferreira', problems: [] });
    expect(row(it, 2).changes).toContainEqual({ field: 'startsOn', from: null, to: '2026-01-05' });
    expect(row(it, 2).changes).toContainEqual({ field: 'personNumber', from: null, to: '30' });
  });

  it.each(['csv', 'xlsx'])('gives a template as .%s that it reads itself', async (kind) => {
    const answer = await admin.fetch(`/people/import-template.${kind}`);
    expect(answer.headers.get('content-disposition')).toContain(`people-template.${kind}`);
    const it = await previewImport(admin, Buffer.from(await answer.arrayBuffer()), {}, `template.${kind}`);
    expect(it.mapping.every(({ field }) => field !== null)).toBe(true);
    expect(it.counts).toMatchObject({ rows: 2, create: 2, errors: 0 });
    expect((await (await api.as(ids.colleague)).fetch(`/people/import-template.${kind}`)).status).toBe(403);
  });

  it('reads columns as it was told, whatever language their headers are in', async () => {
    const fileId = await uploadFor('import', admin, 'personal.csv', csv('Nummer;Bezeichnung', '4;Monteurin'));
    const unread = await previewAgain(admin, fileId);
    expect(unread).toMatchObject({
      state: 'FAILED',
      mapping: [
        { header: 'Nummer', field: null },
        { header: 'Bezeichnung', field: null },
      ],
    });
    const mapping = [
      { header: 'Nummer', field: 'PERSON_NUMBER' },
      { header: 'Bezeichnung', field: 'JOB_TITLE' },
    ];
    const it = await previewAgain(admin, fileId, { mapping });
    expect(row(it, 2).changes).toEqual([{ field: 'jobTitle', from: 'Fitter', to: 'Monteurin' }]);
  });

  it('applies what was shown or nothing: who changed the organisation meanwhile brings a new preview', async () => {
    const it = await previewImport(admin, csv('Employee ID,Title', '4,Welder'));
    await api.sql(`UPDATE employment SET job_title = 'Rigger' WHERE person_id = $1`, [row(it, 2).personId]);
    const after = await applyImport(admin, it.id);
    expect(after).toMatchObject({
      state: 'PREVIEWED',
      problem: expect.stringMatching(/changed since the preview/) as string,
    });
    expect(row(after, 2).changes).toEqual([{ field: 'jobTitle', from: 'Rigger', to: 'Welder' }]);
    expect(await applyImport(admin, it.id)).toMatchObject({ state: 'APPLIED' });
  });

  it('is applied once, however often it is asked', async () => {
    const it = await previewImport(admin, csv(HEADER, '40,Uma Reyes,uma@example.org,Fitter,Works,1'));
    const answers = await Promise.all([1, 2, 3].map(() => askToApply(admin, it.id)));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['PeopleImport', 'PeopleImport', 'PeopleImport']);
    expect((await settled(admin, it.id)).state).toBe('APPLIED');
    expect(await api.sql(`SELECT 1 FROM person WHERE person_number = '40'`)).toHaveLength(1);
  });

  it('lets those leave who are not in the file, when told to, and never whoever tells it', async () => {
    const it = await previewImport(admin, csv('Employee ID', '1', '2', '3', '4', '5'), { missing: 'LEAVE' });
    expect(it.counts).toMatchObject({ rows: 5, unchanged: 5, leave: 2, errors: 0 });
    expect(it.rows.edges.filter(({ node }) => node.outcome === 'LEAVE').map(({ node }) => node.name)).toEqual([
      'colleague',
      'Uma Reyes',
    ]);
    await applyImport(admin, it.id);
    const [uma] = await api.sql<{ gone: boolean; ended: boolean }>(
      `SELECT p.last_day = current_date AS gone, e.ends_on = current_date AS ended FROM person p JOIN employment e ON e.person_id = p.id WHERE person_number = '40'`,
    );
    expect(uma).toEqual({ gone: true, ended: true });
  });

  it('records leaving and coming back', async () => {
    const leaving = await previewImport(admin, csv('Employee ID,Last day', '4,2026-12-18'));
    expect(row(leaving, 2).changes).toEqual([{ field: 'lastDay', from: null, to: '2026-12-18' }]);
    await applyImport(admin, leaving.id);
    await api.sql(`UPDATE person SET last_day = '2026-01-31' WHERE person_number = '4'`);
    await api.sql('DELETE FROM employment WHERE person_id = $1 AND ends_on < current_date', [row(leaving, 2).personId]);
    await api.sql(`UPDATE employment SET starts_on = '2025-01-01', ends_on = '2026-01-31' WHERE person_id = $1`, [
      row(leaving, 2).personId,
    ]);
    const lost = await previewImport(admin, csv('Employee ID,Title', '4,Welder'));
    expect(row(lost, 2).problems).toMatchObject([
      { field: 'startsOn', message: expect.stringMatching(/left on 31 Jan 2026/) as string },
    ]);
    const back = await previewImport(
      admin,
      csv('Employee ID,Title,Department,Start date', '4,Welder,Works,2026-11-02'),
    );
    expect(back.counts).toMatchObject({ change: 1, errors: 0 });
    await applyImport(admin, back.id);
    const { person } = await admin.query<{ person: object }>(
      'query($id: ID!) { person(id: $id) { active lastDay employments { jobTitle startsOn endsOn } } }',
      { id: row(leaving, 2).personId },
    );
    expect(person).toMatchObject({
      active: true,
      lastDay: null,
      employments: [{ endsOn: '2026-01-31' }, { jobTitle: 'Welder', startsOn: '2026-11-02', endsOn: null }],
    });
  });

  it('of an administrator of a unit takes over and sends away nobody with a role beyond it', async () => {
    const harbour = await addUnit(api, 'Harbour');
    const { keeper, chief, plain } = await addPeople(api, { keeper: [], chief: ['HR_DESIGNER'], plain: [] });
    await addGrant(api, keeper, 'ADMINISTRATOR', { unit: harbour });
    await addGrant(api, plain, 'ASSESSOR', { unit: harbour });
    for (const [number, id] of Object.entries({ 80: keeper, 81: chief, 82: plain })) {
      await employIn(api, id, harbour);
      await api.sql('UPDATE person SET person_number = $2 WHERE id = $1', [id, number]);
    }
    const limited = await api.as(keeper);
    const problem = (field: string) => ({
      field,
      message: expect.stringMatching(/a role that reaches beyond your unit/) as string,
    });

    const mails = await previewImport(
      limited,
      csv('Employee ID,Email', '80,k@example.org', '81,mine@example.org', '82,p@example.org'),
    );
    expect(mails.counts).toMatchObject({ rows: 3, change: 2, errors: 1 });
    expect(row(mails, 3)).toMatchObject({ outcome: 'ERROR', problems: [problem('personNumber')] });
    expect((await askToApply(limited, mails.id)).__typename).toBe('InvalidInput');
    const lastDay = await previewImport(limited, csv('Employee ID,Last day', '81,2031-12-18', '82,2031-12-18'));
    expect(lastDay.counts).toMatchObject({ change: 1, errors: 1 });
    expect(row(lastDay, 2).problems).toEqual([problem('personNumber')]);
    // Where somebody works is another matter.
    expect((await previewImport(limited, csv('Employee ID,Title', '81,Pilot'))).counts).toMatchObject({
      change: 1,
      errors: 0,
    });

    const leaving = await previewImport(limited, csv('Employee ID,Title', '80,Engineer'), { missing: 'LEAVE' });
    expect(leaving.counts).toEqual({ rows: 1, create: 0, change: 0, unchanged: 1, leave: 1, errors: 1 });
    const shown = leaving.rows.edges.map(({ node }) => [node.name, node.outcome, node.problems]);
    expect(shown).toContainEqual(['chief', 'ERROR', [problem('lastDay')]]);
    expect(shown).toContainEqual(['plain', 'LEAVE', []]);
    expect((await askToApply(limited, leaving.id)).__typename).toBe('InvalidInput');
    expect((await previewImport(admin, csv('Employee ID,Email', '81,chief@example.org'))).counts.errors).toBe(0);
  });

  it('is given up, and then cannot be applied', async () => {
    const it = await previewImport(admin, csv('Employee ID,Title', '3,Welder'));
    await admin.query('mutation($id: ID!) { cancelPeopleImport(id: $id) { __typename } }', { id: it.id });
    expect(await askToApply(admin, it.id)).toEqual({ __typename: 'NotAllowed', message: 'It was given up.' });
  });

  it('is nobody else’s business', async () => {
    const it = await previewImport(admin, csv('Employee ID,Title', '3,Welder'));
    const asColleague = await api.as((await addPeople(api, { other: [] })).other);
    const { errors } = await asColleague.ask('query($id: ID!) { peopleImport(id: $id) { id } }', { id: it.id });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { node } = await asColleague.query<{ node: null }>('query($id: ID!) { node(id: $id) { id } }', { id: it.id });
    expect(node).toBeNull();
  });
});
