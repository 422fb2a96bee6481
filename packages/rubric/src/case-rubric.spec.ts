import { casePackageOf, readCaseRubrics, type Rubric } from './index.js';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const rubric: Rubric = {
  criteria: [1, 2].map((criterion) => ({
    id: id(criterion),
    title: `Criterion ${criterion}`,
    description: criterion === 1 ? 'What is looked at\nin two lines' : '',
    weight: criterion,
    mustReach: criterion === 1 ? 2 : null,
    ...(criterion === 1 ? { skillId: id(700) } : {}),
    levels: ['Not yet', 'Competent', 'Strong'].map((label, index) => ({
      id: id(criterion * 10 + index),
      ordinal: index + 1,
      label,
      points: index * 2.5,
      descriptor: `What ${label} looks like`,
      isCompetent: index > 0,
    })),
  })),
};
const around = {
  documentId: id(900),
  rubricId: id(901),
  title: 'Writes tests',
  creator: 'Our company',
  language: 'en',
  changedAt: new Date('2026-01-02T03:04:05Z'),
  uriOf: (kind: string, of: string) => `https://skills.example.org/${kind}/${of}`,
  uuidOf: (each: string) => each,
};
interface Level {
  identifier: string;
  quality?: string;
  description?: string;
  score?: unknown;
  position?: number;
  feedback?: string;
}
interface Package {
  CFRubrics: { title: string; CFRubricCriteria: { [key: string]: unknown; CFRubricCriterionLevels: Level[] }[] }[];
}
const written = () => structuredClone(casePackageOf(rubric, around)) as unknown as Package;
const first = (of: Package) => {
  const criterion = of.CFRubrics[0]?.CFRubricCriteria[0];
  if (!criterion) throw new Error('The package has lost its criterion.');
  return criterion;
};

describe('a rubric as a package of CASE', () => {
  it('is the same rubric again', () => {
    expect(readCaseRubrics(JSON.parse(JSON.stringify(written())))).toEqual({
      rubrics: [{ title: 'Writes tests', rubric, notes: [] }],
    });
    expect(readCaseRubrics(written().CFRubrics[0])).toMatchObject({ rubrics: [{ rubric }] });
  });

  it('is read as others write it: without our extensions, in any order, best level first', () => {
    const foreign = written();
    for (const criterion of foreign.CFRubrics[0]?.CFRubricCriteria ?? []) {
      delete criterion.extensions;
      criterion.CFRubricCriterionLevels = criterion.CFRubricCriterionLevels.map((level, index) => {
        const { identifier, quality, description } = level;
        return { identifier, quality, description, score: 10 - index, position: 3 - index };
      });
    }
    foreign.CFRubrics[0]?.CFRubricCriteria.reverse();
    first(foreign).category = 'Craft';
    const read = readCaseRubrics(foreign);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const [criterion, other] = read.rubrics[0]?.rubric.criteria ?? [];
    expect(criterion).toMatchObject({ title: 'Criterion 1', description: 'What is looked at\nin two lines' });
    expect(other).toMatchObject({ title: 'Criterion 2', description: 'Craft' });
    expect(
      criterion?.levels.map(({ ordinal, label, points, isCompetent }) => [ordinal, label, points, isCompetent]),
    ).toEqual([
      [1, 'Strong', 8, false],
      [2, 'Competent', 9, true],
      [3, 'Not yet', 10, true],
    ]);
  });

  it('says what it leaves out', () => {
    const told = written();
    const [level] = first(told).CFRubricCriterionLevels;
    if (level) level.feedback = 'Well done';
    const read = readCaseRubrics(told);
    expect('rubrics' in read && read.rubrics[0]?.notes).toEqual([
      { place: 'CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels[0].feedback', message: expect.any(String) },
    ]);
  });

  it.each<[string, (broken: Package) => unknown, string]>([
    ['no object', () => [1], 'The file'],
    ['another package', () => ({ CFDocument: {} }), 'CFRubrics'],
    ['no rubric in it', () => ({ CFRubrics: [] }), 'CFRubrics'],
    ['rubrics that are no list', () => ({ CFRubrics: 'x' }), 'CFRubrics'],
    ['no criteria', () => ({ CFRubrics: [{ title: 'x' }] }), 'CFRubrics[0].CFRubricCriteria'],
    [
      'an identifier that is none',
      (it) => ((first(it).identifier = 'c1'), it),
      'CFRubrics[0].CFRubricCriteria[0].identifier',
    ],
    [
      'the same identifier twice',
      (it) => ((first(it).identifier = it.CFRubrics[0]?.CFRubricCriteria[1]?.identifier), it),
      'CFRubrics[0].CFRubricCriteria[1].identifier',
    ],
    ['a weight in words', (it) => ((first(it).weight = 'much'), it), 'CFRubrics[0].CFRubricCriteria[0].weight'],
    ['a weight below nothing', (it) => ((first(it).weight = -1), it), 'CFRubrics[0] (criteria.0.weight)'],
    [
      'no levels',
      (it) => ((first(it).CFRubricCriterionLevels = []), it),
      'CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels',
    ],
    [
      'a score that is a list',
      (it) => {
        const [level] = first(it).CFRubricCriterionLevels;
        if (level) level.score = [1];
        return it;
      },
      'CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels[0].score',
    ],
    [
      'a text like a book',
      (it) => ((first(it).description = `x\n${'y'.repeat(6_000)}`), delete first(it).extensions, it),
      'CFRubrics[0] (criteria.0.description)',
    ],
  ])('is refused with the place: %s', (_name, broken, place) => {
    const read = readCaseRubrics(broken(written()));
    expect('problems' in read ? read.problems.map((problem) => problem.place) : []).toContain(place);
  });
});
