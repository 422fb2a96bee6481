import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { cellsOf } from './csv-stream.js';
import { ESCO } from './esco-format.js';
import { FileFault, formatFile, slotFor } from './format-files.js';
import { contentProblems } from './framework-check.rules.js';
import { countContent, type FrameworkContent } from './framework-content.rules.js';
import type { FormatFile, FrameworkRead } from './framework-format.js';

const WHOLE = join(__dirname, '../../../../../../shared/data/frameworks/esco-1.2.0');
const OWN = join(__dirname, 'fixtures/esco');

const fileOf = (name: string, bytes: Buffer) =>
  formatFile(slotFor(ESCO, name) ?? '', name, () => Promise.resolve(Readable.from(pieces(bytes))));
/** As small as they may come, so that cells lie across them. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
}

/** The files of our own, some of them changed, packed or left out. */
function own(changes: Record<string, (text: string) => string | Buffer | null> = {}): FormatFile[] {
  return readdirSync(OWN).flatMap((name) => {
    const text = readFileSync(join(OWN, name), 'utf8');
    const change = Object.entries(changes).find(([key]) => name.startsWith(key))?.[1];
    const changed = change ? change(text) : text;
    return changed === null ? [] : [fileOf(name, Buffer.from(changed))];
  });
}

const LEVELS = { levels: 'Basic, Advanced' };
const read = (files: FormatFile[]) => ESCO.read(files, LEVELS);

function accepted(answer: FrameworkRead): FrameworkContent {
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems.slice(0, 5)));
  expect(contentProblems(answer.content)).toEqual([]);
  return answer.content;
}

async function refused(files: FormatFile[]): Promise<unknown[]> {
  const answer = await read(files).catch((error: unknown) => {
    if (error instanceof FileFault) return { problems: [error.finding] };
    throw error;
  });
  if (!('problems' in answer)) throw new Error('It was accepted.');
  return answer.problems.map(({ kind, file, row, column, message }) => [kind, file, row, column, message]);
}

describe('reading ESCO', () => {
  it('finds every file of the download by its name', () => {
    const names = [
      'skills_en.csv',
      'skillGroups_en.csv',
      'skillsHierarchy_de.csv',
      'broaderRelationsSkillPillar_en.csv',
    ];
    expect(names.map((name) => slotFor(ESCO, name))).toEqual(['skills', 'groups', 'hierarchy', 'broader']);
    const more = ['occupations_en.csv', 'occupationSkillRelations_en.csv.gz', 'digitalSkillsCollection_en.csv'];
    expect(more.map((name) => slotFor(ESCO, name))).toEqual(['occupations', 'asked', 'collections']);
    expect(slotFor(ESCO, 'conceptSchemes_en.csv')).toBe('schemes');
    expect(slotFor(ESCO, 'ISCOGroups_en.csv')).toBeNull();
  });

  it('keeps skills with what they are, what they are called and where they belong', async () => {
    const { skills, relations, levels } = accepted(await read(own()));
    expect(levels.map(({ name }) => name)).toEqual(['Basic', 'Advanced']);
    expect(skills.map(({ id, kind, category }) => [id, kind, category])).toEqual([
      ['a1', 'SKILL', 'TRANSFERABLE'],
      ['a2', 'SKILL', 'TECHNICAL'],
      ['a3', 'KNOWLEDGE', null],
      ['a4', 'SKILL', null],
      ['g0', 'GROUP', undefined],
      ['g1', 'GROUP', undefined],
    ]);
    expect(skills[0]).toMatchObject({
      synonyms: ['hear guests out', 'pay attention to guests'],
      uri: 'http://data.europa.eu/esco/skill/a1',
      source: { reuseLevel: 'transversal', collections: ['transversal'] },
    });
    expect(skills[2]).toMatchObject({
      synonyms: ['flour types'],
      description: 'What flours are made of, and what each is for:\nbread, cake or paste.',
      source: { definition: 'Wheat, rye and others.' },
    });
    expect(skills[3]).toMatchObject({
      description: 'Shapes "small" pieces.',
      source: { schemes: ['http://data.europa.eu/esco/concept-scheme/green'] },
    });
    expect(skills[5]).toMatchObject({ coding: 'S1', notes: 'Excludes:\n- pastry' });
    // The collection says of one skill that it also belongs elsewhere; what files say twice is kept once.
    expect(relations?.map(({ type, origin, target }) => `${origin} ${type} ${target}`)).toEqual([
      ...['g1 isChildOf g0', 'a1 isChildOf g0', 'a2 isChildOf g1', 'a3 isChildOf g1', 'a4 isChildOf a2'],
      'a1 isChildOf g1',
    ]);
  });

  it('makes occupations job roles of one level, and says what was asked twice', async () => {
    const answer = await read(own());
    const { families } = accepted(answer);
    expect(families.map(({ id, name, roles }) => [id, name, roles.map((role) => role.name)])).toEqual([
      ['isco-5223', 'ISCO-08 5223', ['counter hand']],
      ['isco-7512', 'ISCO-08 7512', ['village baker']],
    ]);
    expect(families[1]?.roles[0]).toMatchObject({
      id: 'o1',
      alternativeTitles: ['baker of the village', 'loaf maker'],
      source: { code: '7512.9' },
      levels: [
        {
          order: 1,
          skills: [
            { skill: 'a2', level: null, importance: 3 },
            { skill: 'a3', level: null, importance: 3 },
          ],
        },
      ],
    });
    expect('findings' in answer && answer.findings.map(({ kind, row }) => [kind, row])).toEqual([
      ['ASKED_TWICE', 4],
      ['LEVELS_CHOSEN', null],
    ]);
  });

  it('reads packed files, and files with the line ends of Windows, the same', async () => {
    const plain = accepted(await read(own()));
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const files = own({ occupations_en: windows, occupationSkill: () => null });
    files.push(
      fileOf(
        'occupationSkillRelations_en.csv.gz',
        gzipSync(readFileSync(join(OWN, 'occupationSkillRelations_en.csv'))),
      ),
    );
    const other = accepted(await read(files));
    expect(countContent(other)).toEqual(countContent(plain));
    expect(other.families[1]?.roles[0]?.levels).toEqual(plain.families[1]?.roles[0]?.levels);
  });

  it.each([
    [
      'a table that was cut off inside quotation marks',
      own({ occupations: (text) => text.slice(0, text.indexOf('loaf maker') + 4) }),
      ['CUT_OFF', 'occupations_en.csv', 2, null, expect.stringContaining('was cut off')],
    ],
    [
      'a table that was cut off in its last row',
      own({ occupationSkill: (text) => text.slice(0, -8) }),
      ['CUT_OFF', 'occupationSkillRelations_en.csv', 5, null, expect.stringContaining('no line end')],
    ],
    [
      'a packed file that was cut off',
      [
        ...own({ occupationSkill: () => null }),
        fileOf(
          'occupationSkillRelations_en.csv.gz',
          gzipSync(readFileSync(join(OWN, 'occupationSkillRelations_en.csv'))).subarray(0, -20),
        ),
      ],
      ['CUT_OFF', 'occupationSkillRelations_en.csv.gz', null, null, expect.stringContaining('was cut off')],
    ],
    [
      'a quotation mark too many',
      own({ skills_en: (text) => text.replace('"Lets guests', '""Lets guests') }),
      ['NOT_A_CSV', 'skills_en.csv', 2, null, expect.stringContaining('quotation mark')],
    ],
    [
      'another encoding',
      own({ skills_en: (text) => Buffer.from(text.replace('loaves', 'l\u00f6aves'), 'latin1') }),
      ['WRONG_ENCODING', 'skills_en.csv', expect.any(Number), null, expect.stringContaining('UTF-8')],
    ],
    [
      'a missing column',
      own({ skillGroups: (text) => text.replace('preferredLabel', 'label') }),
      ['MISSING_COLUMN', 'skillGroups_en.csv', 1, 'preferredLabel', 'The column “preferredLabel” is missing.'],
    ],
    [
      'an address that stands twice',
      own({ skills_en: (text) => text.replace('skill/a4', 'skill/a2') }),
      ['TWICE', 'skills_en.csv', 8, 'conceptUri', expect.stringContaining('skill/a2')],
    ],
    [
      'a skill that nobody described',
      own({ broader: (text) => text.replace('esco/skill/a3', 'esco/skill/a9') }),
      ['UNKNOWN_SKILL', 'broaderRelationsSkillPillar_en.csv', 5, 'conceptUri', expect.stringContaining('skill/a9')],
    ],
    [
      'an occupation that asks for a skill that is not there',
      own({ occupationSkill: (text) => text.replace('esco/skill/a1', 'esco/skill/a8') }),
      ['UNKNOWN_SKILL', 'occupationSkillRelations_en.csv', 5, 'skillUri', expect.stringContaining('skill/a8')],
    ],
    [
      'neither essential nor optional',
      own({ occupationSkill: (text) => text.replace('optional', 'nice') }),
      ['UNKNOWN_TYPE', 'occupationSkillRelations_en.csv', 3, 'relationType', expect.stringContaining('nice')],
    ],
    [
      'groups that stand above themselves',
      own({
        broader: (text) =>
          `${text}SkillGroup,http://data.europa.eu/esco/skill/g0,KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/a4\n`,
      }),
      [
        ...['CIRCLE', 'broaderRelationsSkillPillar_en.csv', expect.any(Number), null],
        expect.stringMatching(
          /: “working with dough” → “crafts” → “shape rolls” → “shape loaves” → “working with dough”\.$/,
        ),
      ],
    ],
    [
      'relations without occupations',
      own({ occupations: () => null }),
      ['MISSING_FILE', 'occupationSkillRelations_en.csv', null, null, expect.any(String)],
    ],
  ] as const)('refuses %s, with the place and the reason', async (_, files, told) => {
    expect((await refused([...files]))[0]).toEqual([...told]);
  });

  it('comes in whole', async () => {
    if (!existsSync(WHOLE)) {
      console.warn('ESCO itself is not here; only the small files of our own were read.');
      return;
    }
    const files = readdirSync(WHOLE).map((name) =>
      formatFile(slotFor(ESCO, name) ?? '', name, () => Promise.resolve(createReadStream(join(WHOLE, name)))),
    );
    const answer = await read(files);
    const content = accepted(answer);
    expect(countContent(content)).toMatchObject({
      ...{ skills: 13_939 + 640, jobFamilies: 426, jobRoles: 3_039, jobRoleLevels: 3_039 },
      // 17 are asked for twice.
      requirements: 128_995 - 17,
    });
    expect(content.relations).toHaveLength(20_822);
    expect(content.skills.filter(({ kind }) => kind === 'KNOWLEDGE')).toHaveLength(3_227);
    expect(content.skills.filter(({ category }) => category === 'TRANSFERABLE')).toHaveLength(454);
    expect('findings' in answer && answer.findings.filter(({ kind }) => kind === 'ASKED_TWICE')).toHaveLength(17);
  }, 60_000);
});

describe('cutting a record into cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', ' ', '\n', '|'), maxLength: 6 });

  it('gives the cells that were written, as every reader of CSV does', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.constantFrom(',', ';'), (cells, separator) => {
        const written = cells.map((text) => (/["\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
        const record = `"",${written.join(separator)}`.replace(',', separator);
        expect(cellsOf(record, separator)).toEqual(['', ...cells]);
        expect(parse(record, { delimiter: separator })).toEqual([['', ...cells]]);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses a mark out of place', () => {
    for (const record of ['a"b",c', '"a"b,c', '"a', 'a,"b""', 'a, "b"']) expect(cellsOf(record, ',')).toBeNull();
  });
});
