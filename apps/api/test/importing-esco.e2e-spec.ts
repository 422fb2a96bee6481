import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { CommandLine } from '../src/platform/commands/command-line.js';
import { Config } from '../src/platform/config/config.js';
import { startApi, type TestApi, type TestClient } from './support/api.js';
import { type FrameworkFile, previewFramework, writeFramework } from './support/framework-imports.js';
import { addPeople } from './support/programme.js';

const WHOLE = join(__dirname, '../../../../shared/data/frameworks/esco-1.2.0');
const OWN = join(__dirname, '../src/features/skills/fixtures/esco');

/** ESCO has 170,000 rows; a machine with other things to do takes its time. */
const PATIENCE = 240_000;

describe('importing ESCO', () => {
  let api: TestApi;
  let door: INestApplicationContext;
  let designer: TestClient;
  let folder: string;

  beforeAll(async () => {
    api = await startApi({ worker: true });
    const { dara } = await addPeople(api, { dara: ['HR_DESIGNER'] });
    designer = await api.as(dara);
    folder = await mkdtemp(join(tmpdir(), 'assay-esco-'));
    const config = new Config({
      NODE_ENV: 'test',
      DATABASE_URL: api.databaseUrl,
      DATA_DIR: folder,
      PUBLIC_URL: 'https://badges.example.org',
      SESSION_SECRET: 'x'.repeat(40),
      LOG_LEVEL: 'error',
    });
    door = await NestFactory.createApplicationContext(AppModule.with(config, { connect: false }), {
      logger: false,
      abortOnError: false,
    });
  });
  afterAll(async () => {
    await door.close();
    await rm(folder, { recursive: true, force: true });
    await api.close();
  });

  /** As `npm run assay -- …` does it. */
  async function assay(...words: string[]) {
    const said = { code: 0, out: [] as string[], err: [] as string[] };
    said.code = await door.get(CommandLine).run(door, words, {
      out: (line) => said.out.push(line),
      err: (line) => said.err.push(line),
    });
    return said;
  }

  const SLOTS: Record<string, string> = {
    ...{ skills_en: 'skills', skillGroups_en: 'groups', broaderRelationsSkillPillar_en: 'broader' },
    ...{ skillsHierarchy_en: 'hierarchy', occupations_en: 'occupations', conceptSchemes_en: 'schemes' },
    ...{ transversalSkillsCollection_en: 'collections', occupationSkillRelations_en: 'asked' },
  };
  const own = (): FrameworkFile[] =>
    readdirSync(OWN).map((name) => {
      const slot = SLOTS[name.replace('.csv', '')] ?? '';
      const bytes = readFileSync(join(OWN, name));
      return slot === 'asked' ? { slot, name: `${name}.gz`, bytes: gzipSync(bytes) } : { slot, name, bytes };
    });
  const about = (title: string, version = '1') => ({
    ...{
      kind: 'ESCO',
      title,
      publisher: 'Mill Lane',
      version,
      licence: 'CC0',
      attribution: 'Written for these tests.',
    },
    options: [{ key: 'levels', value: 'Beginning, Mastering' }],
  });

  /** Everything of every framework, to tell whether anything became of it. */
  const asItIs = async () =>
    JSON.stringify(
      await api.sql(
        `SELECT (SELECT json_agg(f ORDER BY id) FROM skill_framework f) f, (SELECT json_agg(s ORDER BY id) FROM skill s) s,
           (SELECT json_agg(r ORDER BY id) FROM skill_revision r) r, (SELECT json_agg(l ORDER BY id) FROM skill_relation l) l,
           (SELECT json_agg(q ORDER BY id) FROM job_role_requirement q) q`,
      ),
    );

  it('comes in by the wizard, and everybody reads it once it is published', async () => {
    const { frameworkFormats } = await designer.query<{ frameworkFormats: { kind: string; slots: object[] }[] }>(
      '{ frameworkFormats { kind title about slots { key title required many namePattern } options { key standard choices } standard { publisher licence } } }',
    );
    expect(frameworkFormats.find(({ kind }) => kind === 'ESCO')?.slots).toContainEqual(
      expect.objectContaining({ key: 'asked', required: false, namePattern: '^occupationSkillRelations' }),
    );
    const dryRun = await previewFramework(designer, about('Small ESCO'), own());
    expect(dryRun).toMatchObject({ state: 'PREVIEWED', errors: 0, scaleLevels: ['Beginning', 'Mastering'] });
    expect(dryRun.counts).toMatchObject({ skills: 6, jobFamilies: 2, jobRoles: 2, requirements: 3 });
    const { appliedFrameworkId: id } = await writeFramework(designer, dryRun.id);
    await designer.query('mutation($id: ID!) { publishFramework(id: $id) { __typename } }', { id });
    const { framework } = await designer.query<{ framework: object }>(
      `query($id: ID!) { framework(id: $id) { sourceKind language uri skills(search: "flour") { edges { node { code name kind category synonyms uri } } }
         jobFamilies { name roles { name alternativeTitles levels { requirements { importance mustHave level { ordinal } skill { name } } } } } } }`,
      { id },
    );
    expect(framework).toMatchObject({
      ...{ sourceKind: 'ESCO', language: 'en', uri: 'http://data.europa.eu/esco' },
      skills: {
        edges: [{ node: { code: 'a3', name: 'kinds of flour', kind: 'KNOWLEDGE', synonyms: ['flour types'] } }],
      },
      jobFamilies: [
        { name: 'ISCO-08 5223' },
        {
          name: 'ISCO-08 7512',
          roles: [
            {
              ...{ name: 'village baker', alternativeTitles: ['baker of the village', 'loaf maker'] },
              levels: [
                {
                  requirements: [
                    { importance: 3, mustHave: false, level: null, skill: { name: 'shape loaves' } },
                    { importance: 3, mustHave: false, level: null, skill: { name: 'kinds of flour' } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    const relations = await api.sql<{ type: string; n: number }>(
      'SELECT type, count(*)::int AS n FROM skill_relation GROUP BY type',
    );
    expect(relations).toEqual([{ type: 'isChildOf', n: 6 }]);
  });

  it('shows by name what a newer edition changes, and leaves out', async () => {
    const newer = own().flatMap((file) => {
      const text = file.name.endsWith('.gz') ? '' : file.bytes.toString();
      if (file.slot === 'asked') return [];
      if (file.slot === 'skills') return [{ ...file, bytes: Buffer.from(text.replace('by hand', 'with both hands')) }];
      if (file.slot !== 'broader') return [file];
      return [
        {
          ...file,
          bytes: Buffer.from(
            text
              .split('\n')
              .filter((line) => !line.includes('/a4'))
              .join('\n'),
          ),
        },
      ];
    });
    const dryRun = await previewFramework(designer, about('Small ESCO', '2'), newer);
    expect(dryRun.rows.edges.map(({ node }) => [node.object, node.outcome, node.name, node.fields])).toEqual([
      ['REQUIREMENT', 'REMOVE', 'counter hand: listen to guests', []],
      ['REQUIREMENT', 'REMOVE', 'village baker: kinds of flour', []],
      ['REQUIREMENT', 'REMOVE', 'village baker: shape loaves', []],
      ['SKILL', 'UPDATE', 'shape loaves', ['description']],
      ['SKILL_RELATION', 'REMOVE', 'shape rolls → shape loaves', []],
    ]);
  });

  it('leaves a draft as it was when the next files are refused', async () => {
    const before = await asItIs();
    const circle = own().map((file) =>
      file.slot === 'broader'
        ? {
            ...file,
            bytes: Buffer.from(
              `${file.bytes.toString()}SkillGroup,http://data.europa.eu/esco/skill/g0,SkillGroup,http://data.europa.eu/esco/skill/g1\n`,
            ),
          }
        : file,
    );
    const cut = own().map((file) => (file.slot === 'asked' ? { ...file, bytes: file.bytes.subarray(0, -20) } : file));
    for (const [files, kind] of [
      [circle, 'CIRCLE'],
      [cut, 'CUT_OFF'],
    ] as const) {
      const dryRun = await previewFramework(designer, about('Small ESCO', '3'), files);
      expect(dryRun).toMatchObject({
        state: 'PREVIEWED',
        errors: 1,
        groups: [{ kind }],
        viewerCan: ['read', 'cancel'],
      });
    }
    expect(await asItIs()).toBe(before);
  });

  it('comes in on the host, where the same files again change nothing', async () => {
    const terms = ['--publisher', 'Mill Lane', '--title', 'On the host', '--option', 'levels='];
    expect(await assay('import')).toMatchObject({
      code: 0,
      out: expect.arrayContaining([expect.stringMatching(/^ {2}esco +ESCO/)]) as string[],
    });
    expect((await assay('import', 'recipes', OWN)).code).toBe(1);
    expect((await assay('import', 'esco', OWN)).err).toEqual(['Say one of --dry-run and --apply.']);
    const before = await asItIs();
    const dryRun = await assay('import', 'esco', OWN, '--dry-run', ...terms);
    expect(dryRun.out).toContainEqual(expect.stringMatching(/^Skills +6 +0 +0 +0$/));
    expect(dryRun.out.at(-1)).toBe('Nothing was written. The same with --apply does it.');
    expect(await asItIs()).toBe(before);
    const applied = await assay('import', 'esco', OWN, '--apply', ...terms);
    expect(applied).toMatchObject({ code: 0, err: [] });
    expect(applied.out.at(-1)).toMatch(/^Version 1\.2\.0 was written as a draft/);
    const written = await asItIs();
    const again = await assay('import', 'esco', OWN, '--apply', ...terms);
    expect(again.out.at(-1)).toBe('Nothing differs from the newest version, and nothing was written.');
    expect(await asItIs()).toBe(written);

    const broken = join(folder, 'skills_en.csv');
    await writeFile(broken, readFileSync(join(OWN, 'skills_en.csv')).subarray(0, -30));
    const others = ['skillGroups_en.csv', 'broaderRelationsSkillPillar_en.csv'].map((name) => join(OWN, name));
    const refused = await assay('import', 'esco', broken, ...others, '--apply', ...terms);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err[0]).toMatch(/^ERROR skills_en\.csv, row \d+: The file ends .*cut off/);
    expect(await asItIs()).toBe(written);
  });

  it(
    'comes in whole, and again as nothing new',
    async () => {
      if (!existsSync(WHOLE)) {
        console.warn('ESCO itself is not here; only the small files of our own were imported.');
        return;
      }
      const first = await assay('import', 'esco', WHOLE, '--apply');
      expect(first).toMatchObject({ code: 0, err: [] });
      expect(first.out).toContainEqual(expect.stringMatching(/^Skills +14,579 /));
      expect(first.out).toContainEqual(expect.stringMatching(/^Skills asked for +128,978 /));
      const [counted] = await api.sql(
        `SELECT (SELECT count(*)::int FROM skill_revision r WHERE r.framework_id = f.id) AS skills,
           (SELECT count(*)::int FROM skill_relation r WHERE r.framework_id = f.id) AS relations,
           (SELECT count(*)::int FROM job_role r WHERE r.framework_id = f.id) AS roles,
           (SELECT count(*)::int FROM job_role_requirement r WHERE r.framework_id = f.id) AS asked
         FROM skill_framework f WHERE title = 'ESCO'`,
      );
      expect(counted).toEqual({ skills: 14_579, relations: 20_822, roles: 3_039, asked: 128_978 });
      const again = await assay('import', 'esco', WHOLE, '--apply');
      expect(again.out.at(-1)).toBe('Nothing differs from the newest version, and nothing was written.');
    },
    PATIENCE,
  );
});
