import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readOnet } from './onet.rules.js';
import type { OnetFiles, OnetSlot } from './onet-tables.rules.js';

const OFFICIAL = join(__dirname, '../../../../../../shared/data/frameworks/onet-29.2');

const table = (...rows: string[][]) => `${rows.map((row) => row.join('\t')).join('\r\n')}\r\n`;
const SOC = 'O*NET-SOC Code';
const rating = (soc: string, element: string, scale: string, value: string, suppress = 'N', irrelevant = 'N') => [
  soc,
  element,
  'name',
  scale,
  value,
  '8',
  '0.1',
  '1',
  '5',
  suppress,
  scale === 'IM' ? 'n/a' : irrelevant,
  '08/2023',
  'Analyst',
];

/** A release with two invented occupations. */
const BAKERY: Record<OnetSlot, string> = {
  occupations: table(
    [SOC, 'Title', 'Description'],
    ['51-0001.00', 'Oven minders', 'Mind ovens.'],
    ['51-0002.00', 'Dough makers', ''],
  ),
  elements: table(
    ['Element ID', 'Element Name', 'Description'],
    ['2', 'Worker Requirements', 'What workers bring'],
    ['2.B', 'Cross-Functional', 'Everywhere'],
    ['2.B.3', 'Technical', 'With machines'],
    ['2.B.3.x', 'Heat control', 'Keeping a heat'],
    ['2.B.3.y', 'Mixing', 'Mixing evenly'],
    ['2.C', 'Knowledge', 'What is known'],
    ['2.C.z', 'Flour', 'What flour is'],
    ['3.A', 'Experience', 'Years'],
  ),
  skills: table(
    [
      SOC,
      'Element ID',
      'Element Name',
      'Scale ID',
      'Data Value',
      'N',
      'Standard Error',
      'Lower CI Bound',
      'Upper CI Bound',
      'Recommend Suppress',
      'Not Relevant',
      'Date',
      'Domain Source',
    ],
    rating('51-0001.00', '2.B.3.x', 'IM', '4.12'),
    rating('51-0001.00', '2.B.3.x', 'LV', '4.62'),
    rating('51-0001.00', '2.B.3.y', 'IM', '1.40'),
    rating('51-0001.00', '2.B.3.y', 'LV', '1.00'),
    rating('51-0002.00', '2.B.3.x', 'IM', '2.00'),
    rating('51-0002.00', '2.B.3.x', 'LV', '0.60', 'N', 'Y'),
    rating('51-0002.00', '2.B.3.y', 'IM', '3.20'),
    rating('51-0002.00', '2.B.3.y', 'LV', '5.90', 'Y'),
  ),
  anchors: table(
    ['Element ID', 'Element Name', 'Scale ID', 'Anchor Value', 'Anchor Description'],
    ['2.B.3.x', 'Heat control', 'LV', '2', 'Keep water warm'],
    ['2.B.3.x', 'Heat control', 'LV', '6', 'Fire a wood oven'],
    ['2.C.z', 'Flour', 'LV', '4', 'Tell "strong" flour by touch'],
  ),
  related: table(
    [SOC, 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
    ['51-0001.00', '51-0002.00', 'Primary-Short', '1'],
  ),
  zones: table([SOC, 'Job Zone', 'Date', 'Domain Source'], ['51-0001.00', '2', '08/2023', 'Analyst']),
  technology: table(
    [SOC, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
    ['51-0001.00', 'C#', '1', 'Oven software', 'Y', 'Y'],
    ['51-0001.00', 'C++', '1', 'Oven software', 'N', 'N'],
    ['51-0002.00', 'C#', '2', 'Mixer software', 'Y', 'N'],
  ),
};

const files = (changed: Partial<Record<OnetSlot, string>> = {}): OnetFiles =>
  Object.fromEntries(
    Object.entries({ ...BAKERY, ...changed }).map(([slot, text]) => [
      slot,
      { name: `${slot}.txt`, bytes: Buffer.from(text) },
    ]),
  );

function accepted(given: OnetFiles) {
  const answer = readOnet(given);
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems.slice(0, 5)));
  return answer;
}

function refused(given: OnetFiles) {
  const answer = readOnet(given);
  if (!('problems' in answer)) throw new Error('The release was read.');
  return answer.problems.map(({ kind, file, row, column }) => [kind, file, row, column]);
}

describe('a small release of our own', () => {
  it('gives elements with their tree and their anchors as descriptors', () => {
    const { skills, relations } = accepted(files()).content;
    expect(skills.filter(({ kind }) => kind !== 'TOOL').map(({ id, kind }) => [id, kind])).toEqual([
      ['2', 'GROUP'],
      ['2.B', 'GROUP'],
      ['2.B.3', 'GROUP'],
      ['2.B.3.x', 'SKILL'],
      ['2.B.3.y', 'SKILL'],
      ['2.C', 'GROUP'],
      ['2.C.z', 'KNOWLEDGE'],
      ['technology-skills', 'GROUP'],
      ['commodity:1', 'GROUP'],
      ['commodity:2', 'GROUP'],
    ]);
    expect(skills.find(({ id }) => id === '2.B.3.x')).toMatchObject({
      category: 'TECHNICAL',
      levels: { 'level 1': null, 'level 2': ['Keep water warm'], 'level 6': ['Fire a wood oven'] },
    });
    expect(skills.find(({ id }) => id === '2.C.z')?.levels['level 4']).toEqual(['Tell "strong" flour by touch']);
    expect(relations?.filter(({ origin }) => origin === '2.B.3.x')).toEqual([
      { type: 'isChildOf', origin: '2.B.3.x', target: '2.B.3' },
    ]);
  });

  it('takes importance and level to the nearest step and keeps what was published', () => {
    const [minders, makers] = accepted(files())
      .content.families.flatMap(({ roles }) => roles)
      .map(({ levels }) => levels[0]);
    expect(minders?.skills).toMatchObject([
      {
        skill: '2.B.3.x',
        level: 5,
        importance: 3,
        source: { importance: { value: '4.12' }, level: { value: '4.62' } },
      },
      { skill: 'tool:C#', level: null, importance: 2 },
      { skill: 'tool:C++', level: null, importance: 1 },
    ]);
    expect(makers?.skills).toMatchObject([
      { skill: '2.B.3.y', level: null, importance: 2, source: { level: { value: '5.90', suppress: 'Y' } } },
      { skill: 'tool:C#', importance: 1, source: { hotTechnology: 'Y', commodity: '2' } },
    ]);
  });

  it('says what it left out, and joins occupations that are alike', () => {
    const { content, findings } = accepted(files());
    expect(findings.map(({ kind }) => kind)).toEqual(['NOT_RELEVANT', 'NOT_IMPORTANT', 'SUPPRESSED']);
    expect(content.edges).toEqual([
      { from: '51-0001.00', to: '51-0002.00', kind: 'LATERAL', source: { tier: 'Primary-Short', index: 1 } },
    ]);
    expect(content.families).toMatchObject([{ id: 'soc-51', roles: [{ source: { jobZone: { value: '2' } } }, {}] }]);
  });
});

describe('releases that cannot be imported', () => {
  it('names the row where a file was cut off', () => {
    const cut = BAKERY.skills.slice(0, -40);
    expect(refused(files({ skills: cut }))).toEqual([['CUT_OFF', 'skills.txt', 9, null]]);
  });

  it('names rows of another length, missing columns and unknown references', () => {
    expect(refused(files({ zones: table([SOC, 'Job Zone', 'Date'], ['51-0001.00', '2', '08/2023']) }))).toEqual([
      ['MISSING_COLUMN', 'zones.txt', 1, 'Domain Source'],
    ]);
    const short = BAKERY.related.replace('\t1\r\n', '\r\n');
    expect(refused(files({ related: short }))).toEqual([['WRONG_FIELD_COUNT', 'related.txt', 2, 'Relatedness Tier']]);
    const unknown = BAKERY.skills.replace('51-0002.00\t2.B.3.y\tname\tIM', '51-0009.00\t2.B.9\tname\tIM');
    expect(refused(files({ skills: unknown }))).toEqual([
      ['UNKNOWN_REFERENCE', 'skills.txt', 8, SOC],
      ['UNKNOWN_REFERENCE', 'skills.txt', 8, 'Element ID'],
    ]);
    expect(refused(files({ skills: BAKERY.skills.replace('4.62', 'n/a') }))).toEqual([
      ['NOT_A_NUMBER', 'skills.txt', 3, 'Data Value'],
    ]);
  });
});

const real = existsSync(OFFICIAL) ? describe : describe.skip;

real('O*NET 29.2', () => {
  it('comes in whole', () => {
    const names: Record<OnetSlot, string> = {
      occupations: 'Occupation Data.txt',
      elements: 'Content Model Reference.txt',
      skills: 'Skills.txt.gz',
      anchors: 'Level Scale Anchors.txt',
      related: 'Related Occupations.txt',
      zones: 'Job Zones.txt',
      technology: 'Technology Skills.txt',
    };
    const release = Object.entries(names).map(([slot, name]) => {
      const bytes = readFileSync(join(OFFICIAL, name));
      return [slot, { name, bytes: name.endsWith('.gz') ? gunzipSync(bytes) : bytes }];
    });
    const { content, findings } = accepted(Object.fromEntries(release) as OnetFiles);
    const levels = content.families.flatMap(({ roles }) => roles).flatMap((role) => role.levels);
    const requirements = levels.flatMap(({ skills }) => skills);
    expect(levels).toHaveLength(1016);
    expect(content.edges).toHaveLength(18_460);
    expect(content.skills.filter(({ kind }) => kind === 'TOOL')).toHaveLength(8768);
    expect(requirements.filter(({ skill }) => skill.startsWith('tool:'))).toHaveLength(32_627);
    expect(content.skills.filter(({ kind }) => kind === 'SKILL')).toHaveLength(35);
    expect(content.skills.filter(({ kind }) => kind === 'KNOWLEDGE')).toHaveLength(33);
    expect(findings.map(({ message }) => message)).toMatchInlineSnapshot(`
[
  "3302 ratings say that the skill is not relevant for the occupation.",
  "505 ratings say that the skill is not important for the occupation.",
  "117 values are not precise enough to be used, as their publisher says.",
  "137 of 1016 occupations have no rated skill in Skills.txt.gz.",
]
`);
    expect(new Set(content.skills.map(({ id }) => id)).size).toBe(content.skills.length);
  });
});
