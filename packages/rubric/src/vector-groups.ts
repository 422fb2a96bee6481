import { borderlineRegression, modifiedAngoff } from './cut-score.js';
import { decide } from './decide.js';
import { isMet, type Rubric } from './rubric.js';
import { leastSample, sampleSize } from './sample-size.js';
import { isNearCut } from './score.js';
import { staffing, underWay, type Workload } from './staffing.js';

type Group = Record<string, unknown>;
/** Where, what is expected, and what this package makes of it. */
type Figure = [path: string, expected: unknown, made: unknown];

/** Groups of worked numbers that this package has the rules for, by name. */
export const RUBRIC_GROUPS: Record<string, (group: Group) => Iterable<Figure>> = {
  standardSetting,
  rubricDecision,
  moderationSampling,
  assessorCapacity,
};

function* standardSetting(group: Group): Iterable<Figure> {
  const { judgeByItem, ...angoff } = group.angoff as { judgeByItem: number[][] } & Group;
  const items = judgeByItem[0]?.length ?? 0;
  const found = modifiedAngoff(
    Array.from({ length: items }, (_, item) => ({ id: `c${item}`, weight: 1 })),
    judgeByItem.map((_, judge) => `j${judge}`),
    judgeByItem.flatMap((row, judge) =>
      row.map((share, item) => ({ judgeId: `j${judge}`, criterionId: `c${item}`, share })),
    ),
  );
  // Theirs are sums of points, one an item; ours are shares of all points.
  const points = (share: number | null) => (share === null ? null : share * items);
  yield [
    'angoff',
    angoff,
    {
      perJudgeCut: found.judges.map(({ cut }) => points(cut)),
      cut: points(found.cut),
      cutPercent: (found.cut ?? 0) * 100,
      sdBetweenJudges: points(found.standardDeviation),
      standardErrorOfMean: points(found.standardError),
    },
  ];
  const regression = group.borderlineRegression as { globalRating: number[]; score: number[] } & Group;
  const { globalRating, score, slope, intercept, cutAtBorderline, r2 } = regression;
  const line = borderlineRegression(globalRating.map((view, place) => ({ view, score: (score[place] ?? 0) / 100 })));
  const percent = (share: number | null) => (share === null ? null : share * 100);
  yield [
    'borderlineRegression',
    { slope, intercept, cutAtBorderline, r2 },
    'lacks' in line
      ? line
      : {
          slope: percent(line.slope),
          intercept: percent(line.intercept),
          cutAtBorderline: percent(line.cut),
          r2: line.r2,
        },
  ];
  yield ['borderlineGroup', group.borderlineGroup, { cut: 'lacks' in line ? null : percent(line.borderlineMean) }];
}

interface DecisionGroup {
  rubric: {
    criteria: { id: string; weight: number; levels: number[]; mustPassLevel?: number }[];
    cut: number;
    borderlineBand: number;
  };
  cases: { marks: Record<string, number>; expected: Group }[];
}

function* rubricDecision(group: Group): Iterable<Figure> {
  const { rubric: given, cases } = group as unknown as DecisionGroup;
  const rubric: Rubric = {
    criteria: given.criteria.map(({ id, weight, levels, mustPassLevel }) => ({
      ...{ id, title: id, description: '', weight },
      mustReach: mustPassLevel === undefined ? null : levels.indexOf(mustPassLevel) + 1,
      levels: levels.map((points, place) => ({
        ...{ id: `${id} ${points}`, ordinal: place + 1, label: String(points), points },
        ...{ descriptor: '', isCompetent: points > 0 },
      })),
    })),
  };
  const cutScore = given.cut / 100;
  for (const [place, { marks, expected }] of cases.entries()) {
    const { outcome, score, unmet } = decide({
      rubric,
      marks: given.criteria.map(({ id, levels }) => ({ criterionId: id, level: levels.indexOf(marks[id] ?? 0) + 1 })),
      cutScore,
      rules: { valid: 'YES', authentic: 'YES', sufficient: 'YES', current: 'YES' },
      authenticityQuery: false,
    });
    const failed = unmet.filter(
      ({ criterion, given: level }) => criterion.mustReach !== null && !isMet(criterion, level),
    );
    yield [
      `case ${place + 1}`,
      expected,
      {
        ...{ outcome, score: score * 100, failedMustPass: failed.map(({ criterion }) => criterion.id) },
        secondMarkRequired: isNearCut(score, cutScore, given.borderlineBand / 100),
      },
    ];
  }
}

/** The rule of a tenth, or ten, is none of ours and is not compared. */
function* moderationSampling(group: Group): Iterable<Figure> {
  const each = (of: unknown, made: (name: string) => number) =>
    Object.fromEntries(Object.keys(of as Group).map((name) => [name, made(name)]));
  const shareIn = (name: string) => Number(/[\d.]+$/.exec(name)?.[0]);
  yield ['sqrtRule', group.sqrtRule, each(group.sqrtRule, (name) => leastSample(Number(name)))];
  yield [
    'binomialDetect',
    group.binomialDetect,
    each(group.binomialDetect, (name) => sampleSize(Infinity, shareIn(name))),
  ];
  yield [
    'hypergeometricDetect',
    group.hypergeometricDetect,
    each(group.hypergeometricDetect, (name) => sampleSize(Number(/N=(\d+)/.exec(name)?.[1]), shareIn(name))),
  ];
}

function* assessorCapacity(group: Group): Iterable<Figure> {
  const { arrivalsPerDay, minutesPerAssessment, secondMarkShare, utilisation, hoursPerAssessorDay } =
    group as unknown as Workload;
  const load = { arrivalsPerDay, minutesPerAssessment, secondMarkShare, utilisation, hoursPerAssessorDay };
  const { hoursPerDay, assessors } = staffing(load);
  yield [
    'expected',
    group.expected,
    { loadHoursPerDay: hoursPerDay, assessors, littlesLawWIPAt3DayTurnaround: underWay(arrivalsPerDay, 3) },
  ];
}
