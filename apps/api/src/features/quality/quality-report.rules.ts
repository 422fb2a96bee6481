import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import type { Agreement, Estimate } from './agreement.rules.js';
import { LEAST_UNITS } from './agreement.rules.js';
import type { QualityBoard } from './quality-board.service.js';

/** One line of the report: every figure with what it rests on. */
export interface ReportLine {
  subject: string;
  figure: string;
  value: string;
  low: string;
  high: string;
  units: string;
  raters: string;
  scale: string;
  note: string;
}

const HEADERS = ['Subject', 'Figure', 'Value', '95 % low', '95 % high', 'Units', 'Raters', 'Categories', 'Note'];

const rounded = (value: number | null): string => (value === null ? '' : value.toFixed(3));

/** Everything of the board as lines, names of assessors by the given function. */
export function reportLines(board: QualityBoard, nameOf: (personId: string) => string): ReportLine[] {
  return [
    ...turnover(board),
    ...board.rubrics.flatMap((rubric) => {
      const subject = `${rubric.version.name}, version ${rubric.version.number}`;
      const scored = { units: rubric.decision.units, raters: rubric.decision.raters };
      return [
        ...agreementLines(`${subject}: decision`, rubric.decision),
        line(`${subject}: score`, 'ICC(1,1)', rubric.scores, { ...scored, needed: rubric.decision.needed, scale: 0 }),
        ...rubric.criteria.flatMap((criterion) => [
          ...agreementLines(`${subject}: ${criterion.number} ${criterion.title}`, criterion.agreement),
          plain(
            `${subject}: ${criterion.number} ${criterion.title}`,
            'Discrimination',
            rounded(criterion.discrimination),
            criterion.unusedLevels.length > 0 ? `Never used: ${criterion.unusedLevels.join(', ')}` : '',
            criterion.marks,
          ),
        ]),
        ...rubric.simulation.map(({ cutScore, passed, of }) =>
          plain(
            subject,
            `Passed, were ${Math.round(cutScore * 100)} % the score to reach`,
            `${passed} of ${of}`,
            '',
            of,
          ),
        ),
      ];
    }),
    definitiveLine(board),
    ...board.severity.flatMap((group, index) => severityLines(group, index, nameOf)),
  ];
}

export function reportCsv(lines: readonly ReportLine[]): string {
  const rows = lines.map((it) => [
    it.subject,
    it.figure,
    it.value,
    it.low,
    it.high,
    it.units,
    it.raters,
    it.scale,
    it.note,
  ]);
  return [HEADERS, ...rows].map(csvLine).join('');
}

function turnover(board: QualityBoard): ReportLine[] {
  const hours = (value: number | null) => (value === null ? '' : value.toFixed(1));
  return [
    plain('Assessment', 'Period', `${board.from} to ${board.until}`),
    plain('Assessment', 'Marks handed in', String(board.marks)),
    plain('Assessment', 'Submissions marked twice', String(board.doubleMarked)),
    plain('Assessment', 'Median hours to release', hours(board.medianHoursToRelease)),
    plain('Assessment', '95th percentile of hours to release', hours(board.p95HoursToRelease)),
    plain('Assessment', 'Waiting now', String(board.queue.reduce((sum, each) => sum + each.waiting, 0))),
    plain('Assessment', 'Overdue now', String(board.queue.reduce((sum, each) => sum + each.overdue, 0))),
    plain('Fairness of load', 'Coefficient of variation', rounded(board.fairness.variation), '', board.fairness.people),
    plain('Fairness of load', 'Gini', rounded(board.fairness.gini), '', board.fairness.people),
  ];
}

function agreementLines(subject: string, found: Agreement): ReportLine[] {
  if (found.needed > 0) return [line(subject, 'Agreement', null, found)];
  const shares: [string, Estimate | null][] = [
    ['Exact agreement', found.exact],
    ['Within one level', found.adjacent],
    [found.scale === 2 ? "Cohen's kappa" : "Cohen's kappa, quadratic weights", found.kappa],
    [found.scale === 2 ? 'Gwet AC1' : 'Gwet AC2, quadratic weights', found.ac],
    [found.scale === 2 ? 'Krippendorff alpha, nominal' : 'Krippendorff alpha, ordinal', found.alpha],
  ];
  const lines = shares.flatMap(([figure, estimate]) => (estimate ? [line(subject, figure, estimate, found)] : []));
  if (found.pabak === null) return lines;
  const note = found.paradox ? 'Kappa misleads here: nearly all lies in one category' : '';
  return [
    ...lines,
    plain(subject, 'Prevalence index', rounded(found.prevalence), note, found.units),
    plain(subject, 'Bias index', rounded(found.bias), '', found.units),
    plain(subject, 'PABAK', rounded(found.pabak), '', found.units),
  ];
}

function definitiveLine({ definitive }: QualityBoard): ReportLine {
  const { units, needed, estimate, judgements } = definitive;
  const figure = 'Probability that an assessor gives the definitive outcome';
  const found = line('All rubrics', figure, estimate, { units, raters: 0, scale: 2, needed });
  return { ...found, note: found.note || `${judgements} judgements` };
}

function severityLines(
  group: QualityBoard['severity'][number],
  index: number,
  nameOf: (personId: string) => string,
): ReportLine[] {
  const subject = `Severity, group ${index + 1}`;
  const { needed, why, units, assessorIds } = group;
  if (needed > 0 || why)
    return [
      plain(subject, assessorIds.map(nameOf).join(', '), '', why ?? `${needed} more shared units are needed`, units),
    ];
  return group.assessors.map((each) => ({
    ...plain(
      subject,
      nameOf(each.assessorId),
      each.severity.toFixed(1),
      'Points of 100 more severe than the group',
      each.units,
    ),
    low: each.low.toFixed(1),
    high: each.high.toFixed(1),
    raters: String(assessorIds.length),
  }));
}

function line(
  subject: string,
  figure: string,
  estimate: Estimate | null,
  { units, raters, scale, needed }: Pick<Agreement, 'units' | 'raters' | 'scale' | 'needed'>,
): ReportLine {
  const counts = { units: String(units), raters: raters ? String(raters) : '', scale: scale ? String(scale) : '' };
  const none = { subject, figure, value: '', low: '', high: '', ...counts };
  if (needed > 0) return { ...none, note: `Nothing is shown under ${LEAST_UNITS} units: ${needed} more` };
  if (!estimate) return { ...none, note: '' };
  const { value, low, high, why } = estimate;
  return { ...none, value: rounded(value), low: rounded(low), high: rounded(high), note: why ?? '' };
}

function plain(subject: string, figure: string, value: string, note = '', units: number | null = null): ReportLine {
  const of = units === null ? '' : String(units);
  return { subject, figure, value, low: '', high: '', units: of, raters: '', scale: '', note };
}
