import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportFile } from './csv-table.rules.js';
import { totalsOf } from './import-findings.rules.js';
import { readUkGddFramework } from './uk-gdd.rules.js';

const OFFICIAL = join(__dirname, '../../../../../../shared/data/frameworks/uk-gdd-pcf');
const OWN = join(__dirname, 'fixtures');

const file = (folder: string, name: string): ImportFile => ({ name, bytes: readFileSync(join(folder, name)) });

/** One of the own files with a piece of text replaced. */
function changed(name: 'skills.csv' | 'roles.csv', from: string, to: string): ImportFile {
  const text = readFileSync(join(OWN, name), 'utf8');
  if (!text.includes(from)) throw new Error(`“${from}” is not in ${name}`);
  return { name, bytes: Buffer.from(text.replace(from, to)) };
}

function own(...instead: ImportFile[]) {
  const of = (name: string) => instead.find((each) => each.name === name) ?? file(OWN, name);
  return readUkGddFramework(of('skills.csv'), of('roles.csv'));
}

function accepted(read: ReturnType<typeof readUkGddFramework>) {
  if ('problems' in read) throw new Error(JSON.stringify(read.problems.slice(0, 5)));
  return read;
}

/** What a refused import names: kind, file, row, column. */
function refused(read: ReturnType<typeof readUkGddFramework>) {
  if ('framework' in read) throw new Error('It was accepted.');
  return read.problems.map(({ kind, file: name, row, column }) => [kind, name, row, column]);
}

const counts = (read: ReturnType<typeof readUkGddFramework>) =>
  Object.fromEntries(totalsOf(accepted(read).findings).map((group) => [group.kind, group.count]));

describe('the official files of the UK framework', () => {
  it('give the framework that was derived from them before, value by value', () => {
    if (!existsSync(join(OFFICIAL, 'framework.json'))) {
      console.warn('The official framework files are not here; only the small ones of our own were read.');
      return;
    }
    const read = accepted(readUkGddFramework(file(OFFICIAL, 'skills.csv'), file(OFFICIAL, 'roles.csv')));
    const known = JSON.parse(readFileSync(join(OFFICIAL, 'framework.json'), 'utf8')) as Record<string, unknown>;
    expect(read.framework).toEqual({ levels: known.levels, skills: known.skills, families: known.families });

    const roles = read.framework.families.flatMap((family) => family.roles);
    const levels = roles.flatMap((role) => role.levels);
    const requirements = levels.flatMap((level) => level.skills);
    expect([read.framework.skills.length, roles.length, levels.length, requirements.length]).toEqual([
      188, 48, 201, 1781,
    ]);
    expect(counts(read)).toMatchObject({
      NOT_IN_USE: 28,
      IDENTICAL_REPEAT: 16,
      NO_DESCRIPTORS: 22,
      OTHER_DESCRIPTION: 36,
    });
  });
});

describe('a small framework of our own', () => {
  it('comes in with scale, skills, ladders and what is asked', () => {
    const { framework } = accepted(own());
    expect(framework.levels.map((level) => level.name)).toEqual(['Awareness', 'Working', 'Practitioner', 'Expert']);
    expect(framework.skills.map((skill) => skill.id)).toEqual([
      'bread-making',
      'oven-control',
      'hygiene-and-allergens',
      'serving-customers',
      'caf-service',
    ]);
    expect(framework.skills[0]?.levels.working).toEqual([
      'mix and shape a dough by a recipe',
      'judge by touch when it has proved',
    ]);
    expect(framework.skills[1]).toMatchObject({
      description: null,
      levels: { awareness: null, working: ['load a deck oven safely'] },
    });
    expect(framework.families.map((family) => family.name)).toEqual(['Bakehouse', 'Shop']);
    const ladder = (role: string) =>
      framework.families
        .flatMap((family) => family.roles)
        .find((each) => each.id === role)
        ?.levels.map((level) => [level.order, level.name, level.titleRank, level.track, level.meanLevel]);
    expect(ladder('baker')).toEqual([
      [1, 'Apprentice baker', 0, null, 1.5],
      [2, 'Senior baker ', 4, null, 3.5],
    ]);
    expect(ladder('shop-assistant')).toEqual([
      [1, 'Shop assistant', 3, null, 2],
      [2, 'Shop assistant - management', 3, 'management', 2],
      [3, 'Head of shop', 7, null, 4],
    ]);
    expect(framework.families[0]?.roles[0]).toMatchObject({
      description: 'A baker makes bread.',
      responsibilities: ['bake what the shop needs', 'keep the bakehouse clean'],
    });
  });

  it('merges repeats and keeps the higher of two levels', () => {
    const apprentice = accepted(own()).framework.families[0]?.roles[0]?.levels[0];
    expect(apprentice?.skills).toEqual([
      { skill: 'bread-making', level: 1 },
      { skill: 'hygiene-and-allergens', level: 2 },
    ]);
  });

  it('lists everything it settled, by kind', () => {
    expect(counts(own())).toEqual({
      REPEAT_AT_TWO_LEVELS: 1,
      ORDER_TIED: 1,
      NO_DESCRIPTORS: 1,
      ROLES_LISTED_DIFFER: 2,
      NOT_IN_USE: 1,
      IDENTICAL_REPEAT: 2,
      LEVEL_WITHOUT_DESCRIPTORS: 1,
      NOT_REQUIRED: 1,
      NO_DESCRIPTION: 1,
      OTHER_DESCRIPTION: 1,
      PARAGRAPH_LEFT_OUT: 1,
      STRAY_SPACE: 1,
      ORDER_DERIVED: 1,
    });
  });

  it('names the line where a record starts, though records span lines', () => {
    const lines = readFileSync(join(OWN, 'roles.csv'), 'utf8').split('\n');
    const case_ = accepted(own()).findings.find((each) => each.kind === 'REPEAT_AT_TWO_LEVELS');
    expect(case_).toMatchObject({ file: 'roles.csv', column: 'Skill Level' });
    // The record's first line and the line that ends it.
    expect(lines[(case_?.row ?? 0) - 1]).toBe('Bakehouse,Baker,"A baker makes bread.');
    expect(lines[(case_?.row ?? 0) + 3]).toContain('Hygiene and allergens');
    expect(lines[(case_?.row ?? 0) + 3]).toContain('Working');
  });

  it('reads a byte order mark and Windows line ends alike', () => {
    const windows = (name: string) => {
      const text = readFileSync(join(OWN, name), 'utf8').replaceAll('\n', '\r\n');
      return { name, bytes: Buffer.from(`\ufeff${text}`) };
    };
    expect(own(windows('skills.csv'), windows('roles.csv'))).toEqual(own());
  });
});

describe('files that cannot be imported', () => {
  it('names a missing column', () => {
    expect(
      refused(own(changed('roles.csv', 'Skill Level,Skill Level Description', 'Level,Skill Level Description'))),
    ).toEqual([['MISSING_COLUMN', 'roles.csv', 1, 'Skill Level']]);
  });

  it('names the cell with characters of another encoding', () => {
    const skills = readFileSync(join(OWN, 'skills.csv'), 'utf8');
    const latin1 = { name: 'skills.csv', bytes: Buffer.from(skills, 'latin1') };
    const row = skills.split('\n').findIndex((line) => line.startsWith('Café')) + 1;
    expect(refused(own(latin1))).toEqual([
      ['WRONG_ENCODING', 'skills.csv', row, 'Skill Name'],
      ['WRONG_ENCODING', 'skills.csv', row, 'Skill Description'],
    ]);
    expect(refused(own({ name: 'skills.csv', bytes: Buffer.from(`\ufeff${skills}`, 'utf16le') }))).toEqual([
      ['WRONG_ENCODING', 'skills.csv', 1, null],
    ]);
  });

  it('names an unknown level', () => {
    expect(refused(own(changed('roles.csv', 'loaves.",Awareness', 'loaves.",Novice')))).toEqual([
      ['UNKNOWN_LEVEL', 'roles.csv', 23, 'Skill Level'],
    ]);
  });

  it('names a skill that the skills file does not know', () => {
    expect(
      refused(
        own(
          changed(
            'roles.csv',
            'Head of shop,The head of shop answers for it.,Serving customers',
            'Head of shop,The head of shop answers for it.,Serving guests',
          ),
        ),
      ),
    ).toEqual([['UNKNOWN_SKILL', 'roles.csv', 51, 'Skill Name']]);
  });

  it.each([
    [
      'roles.csv',
      'Apprentice baker,An apprentice baker learns the trade.,Hygiene',
      'Apprentice baker,An apprentice baker helps.,Hygiene',
      'Role Level Description',
    ],
    [
      'skills.csv',
      'You can:\n- shape how the shop serves",Shop assistant\nCafé',
      'You can:\n- own the shop",Shop assistant\nCafé',
      'Expert',
    ],
  ] as const)('names a contradiction that no rule settles in %s', (name, from, to, column) => {
    const kinds = refused(own(changed(name, from, to)));
    expect(kinds[0]).toMatchObject(['CONTRADICTION', name, expect.any(Number), column]);
  });

  it('names what is not a CSV file at all, a row of another length, and an empty name', () => {
    expect(refused(own(changed('skills.csv', '"Bread making involves', 'Bread "making involves')))[0]).toMatchObject([
      'NOT_A_CSV',
      'skills.csv',
      2,
      null,
    ]);
    expect(refused(own(changed('skills.csv', 'coffee.,,,,,', 'coffee.,,,')))).toMatchObject([
      ['WRONG_FIELD_COUNT', 'skills.csv', 23, 'Practitioner'],
    ]);
    expect(refused(own(changed('roles.csv', 'Shop,Shop assistant,A shop', ',Shop assistant,A shop')))[0]).toMatchObject(
      ['EMPTY_NAME', 'roles.csv', 47, 'Role Family'],
    );
    expect(refused(own({ name: 'skills.csv', bytes: Buffer.alloc(0) }))).toEqual([
      ['EMPTY_FILE', 'skills.csv', 1, null],
    ]);
  });

  it('names skills that only case tells apart', () => {
    expect(refused(own(changed('skills.csv', 'Café service,Café', 'Oven Control,Café')))).toEqual(
      expect.arrayContaining([['SAME_NAME', 'skills.csv', expect.any(Number), 'Skill Name']]),
    );
  });
});
