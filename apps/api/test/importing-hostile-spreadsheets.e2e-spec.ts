import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Config } from '../src/platform/config/config.js';
import { WorkbooksService } from '../src/platform/spreadsheets/workbooks.service.js';
import { ImportSourceService } from '../src/features/people/import-source.service.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { applyImport, organisationAsItIs, previewImport } from './support/people-imports.js';
import { addPeople, foundOrganisation } from './support/programme.js';
import { lyingAbout, rawSpreadsheet } from './support/spreadsheets.js';

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const SMALL = `<row r="1">${text('A1', 'Employee ID')}${text('B1', 'Name')}${text('C1', 'Email')}${text('D1', 'Title')}</row><row r="2">${text('A2', '7')}${text('B2', ' Cid Reyes ')}${text('C2', 'cid@example.org')}${text('D2', 'Fitter')}</row>`;
const SPARSE = `<row r="1">${text('XFD1', 'far')}</row><row r="1048576">${text('A1048576', 'down')}</row>`;
const SHEET = 'xl/worksheets/sheet1.xml';

const THIRTY_MEGABYTES = SMALL + ' '.repeat(30 * 1024 * 1024);

/** One text of a megabyte, named by each of twenty thousand cells. */
const oneTextEverywhere = () =>
  rawSpreadsheet(
    [
      Array.from(
        { length: 2_000 },
        (_, row) =>
          `<row r="${row + 1}">${'ABCDEFGHIJ'
            .split('')
            .map((column) => `<c r="${column}${row + 1}" t="s"><v>0</v></c>`)
            .join('')}</row>`,
      ).join(''),
    ],
    [` ${'x'.repeat(500_000)}${' '.repeat(500_000)}`],
  );

describe('importing a spreadsheet that is made to harm', () => {
  let api: TestApi;
  let admin: TestClient;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    await foundOrganisation(api);
    admin = await api.as((await addPeople(api, { ada: ['ADMINISTRATOR'] })).ada);
  });
  afterAll(() => api.close());

  it.each<[string, () => Buffer, RegExp]>([
    ['two cells at the ends of the grid', () => rawSpreadsheet([SPARSE]), /beyond column 60 or row 200,000/],
    [
      'a cell far to the right in a namespace of its own',
      () => rawSpreadsheet([`<x:row xmlns:x="u" x:r='1'><x:c x:r = 'XFD1'><x:v>1</x:v></x:c></x:row>`]),
      /beyond column 60/,
    ],
    [
      'a cell that writes where it is in entities',
      () => rawSpreadsheet(['<row r="1"><c r="&#88;FD1"><v>1</v></c></row>']),
      /beyond column 60/,
    ],
    [
      'a row in powers of ten',
      () => rawSpreadsheet(['<row r="1e9"><c r="A1"><v>1</v></c></row>']),
      /beyond column 60 or row/,
    ],
    [
      'a directory that says 100 bytes of what are 30 MB',
      () => lyingAbout(rawSpreadsheet([THIRTY_MEGABYTES]), SHEET, 100),
      /its parts are larger than it says/,
    ],
    [
      'a directory that says more than there is room for',
      () => lyingAbout(rawSpreadsheet([SMALL]), SHEET, 150 * 1024 * 1024),
      /unpacks to more than can be read/,
    ],
    ['100 sheets', () => rawSpreadsheet(Array.from({ length: 100 }, () => SPARSE)), /beyond column 60/],
    [
      'a million rows that do not say which they are',
      () => rawSpreadsheet(['<row/>'.repeat(1_000_000)]),
      /beyond column 60 or row/,
    ],
    [
      'more parts of texts than there are cells',
      () => rawSpreadsheet([SMALL], [`</t></si>${'<si/>'.repeat(6_000_000)}<si><t>`]),
      /too many cells/,
    ],
    ['100 harmless sheets', () => rawSpreadsheet(Array.from({ length: 100 }, () => SMALL)), /more than 20 sheets/],
    ['one long text in every cell', oneTextEverywhere, /of this size cannot be read/],
  ])('%s: is not read, says why, writes nothing, and soon', async (_what, make, says) => {
    const file = make();
    const begun = performance.now();
    const read = await api.app.get(ImportSourceService).read('people.xlsx', file);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(read).toEqual({ problem: expect.stringMatching(says) as string });
  });

  it.each<[string, () => Buffer]>([
    ['two cells at the ends of the grid', () => rawSpreadsheet([SPARSE])],
    ['a lying directory', () => lyingAbout(rawSpreadsheet([THIRTY_MEGABYTES]), SHEET, 100)],
    ['100 sheets', () => rawSpreadsheet(Array.from({ length: 100 }, () => SMALL))],
  ])('%s: the import fails, and the worker reads the next one', async (_what, make) => {
    const before = await organisationAsItIs(api);
    expect(await previewImport(admin, make(), {}, 'people.xlsx')).toMatchObject({
      state: 'FAILED',
      problem: expect.stringMatching(/^The spreadsheet (has|cannot be read)/) as string,
    });
    expect(await organisationAsItIs(api)).toBe(before);
    expect(await previewImport(admin, rawSpreadsheet([SMALL]), {}, 'people.xlsx')).toMatchObject({
      state: 'PREVIEWED',
      counts: { rows: 1, create: 1, errors: 0 },
    });
  });

  it('reads a large one while everything else goes on', async () => {
    const cells = (row: number) =>
      'ABCDEFGH'
        .split('')
        .map((column) => text(`${column}${row}`, row === 1 ? `Field ${column}` : `${column} of ${row}`))
        .join('');
    const file = rawSpreadsheet([
      Array.from({ length: 30_001 }, (_, row) => `<row r="${row + 1}">${cells(row + 1)}</row>`).join(''),
    ]);
    const reader = api.app.get(ImportSourceService);
    const loop = monitorEventLoopDelay({ resolution: 10 });
    const begun = performance.now();
    loop.enable();
    const read = await reader.read('people.xlsx', file);
    loop.disable();
    const [took, longest] = [performance.now() - begun, loop.max / 1e6];
    console.info(`30,000 rows of 8 cells in ${Math.round(took)} ms; others waited ${Math.round(longest)} ms at most`);
    if ('problem' in read) throw new Error(read.problem);
    expect(read.text.split('\n')).toHaveLength(30_001);
    expect(read.text.endsWith('H of 30001')).toBe(true);
    expect(longest).toBeLessThan(1_000);
  });

  it('ends a reading that comes to a limit, and reads the next one', async () => {
    const stuck = join(await mkdtemp(join(tmpdir(), 'assay-stuck-')), 'stuck.mjs');
    await writeFile(stuck, `process.stdout.write('{}\\nhalf of it'); process.exit(9);`);
    const workbooks = new WorkbooksService({ workbookProgram: stuck } as Config);
    for (const again of [1, 2, 3])
      expect([again, await workbooks.text(rawSpreadsheet([SMALL]))]).toEqual([
        again,
        { fault: expect.stringContaining('of this size cannot be read') as string },
      ]);
  });

  it('reads the first sheet of an honest one, whatever its cells are padded with', async () => {
    const it = await previewImport(admin, rawSpreadsheet([SMALL, SMALL]), {}, 'people.xlsx');
    expect(it.rows.edges[0]?.node).toMatchObject({ name: 'Cid Reyes', outcome: 'CREATE' });
    expect((await applyImport(admin, it.id)).state).toBe('APPLIED');
  });
});
