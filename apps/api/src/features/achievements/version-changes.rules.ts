import type { Rubric, RubricCriterion } from '@assay/rubric';
import type { AchievementVersion } from './achievement-version.entity.js';
import type { EuDescriptors } from './eu-descriptors.rules.js';
import { inWords } from './asked-evidence.rules.js';
import { meansTheSame } from './same-meaning.rules.js';
import type { ChangedCell, ChangeKind, ChangeMark, VersionChange } from './version-change.js';

/** What a version says; both sides of a comparison. */
export type VersionContent = Pick<
  AchievementVersion,
  | 'name'
  | 'description'
  | 'outcomes'
  | 'rubric'
  | 'evidenceAsked'
  | 'evidenceRules'
  | 'cutScore'
  | 'validityMonths'
  | 'evidenceMaxAgeMonths'
  | 'maxAttempts'
  | 'coolOffDays'
  | 'route'
  | 'markingPolicy'
  | 'secondMarkShare'
  | 'borderlineBand'
  | 'highStakes'
  | 'releaseMode'
  | 'renewal'
  | 'reminderMonths'
  | 'descriptors'
> & {
  /** As "Testing, level 3", the principal one first. */
  skills: string[];
  /** Names. */
  prerequisites: string[];
};

type Found = Omit<VersionChange, 'kind' | 'reason'>;

/** Everything in which a version differs from the one before, with what its designers said of it. */
export function versionChanges(
  before: VersionContent,
  after: VersionContent,
  marks: readonly ChangeMark[],
): VersionChange[] {
  return [
    ...textChanges(before, after),
    ...rubricChanges(before.rubric, after.rubric),
    ...ruleChanges(before, after),
  ].map((found) => {
    const mark = marks.find(({ key }) => key === found.key);
    const kind = found.isForced ? 'SUBSTANTIVE' : (mark?.kind ?? found.suggested);
    return { ...found, kind, reason: mark?.reason ?? '' };
  });
}

/** Whoever holds the version before is told why: so a reason is asked wherever it is more than words, or judged against the rule. */
export function needsReason({ kind, suggested, reason }: VersionChange): boolean {
  return (kind === 'SUBSTANTIVE' || kind !== suggested) && reason.trim() === '';
}

function textChanges(before: VersionContent, after: VersionContent): Found[] {
  const lines = (field: 'outcomes' | 'evidenceAsked', section: string, title: string): Found[] => {
    const cells = lineCells(field, before[field], after[field]);
    return changed({ key: field, section, field, title, cells, ...worded(cells) });
  };
  const text = (field: 'name' | 'description', title: string): Found[] => {
    const cells = cell(field, title, before[field], after[field]);
    return changed({ key: field, section: 'basics', field, title, cells, ...worded(cells) });
  };
  return [
    ...text('name', 'Name'),
    ...text('description', 'What it certifies'),
    ...forced('basics', 'skills', 'Skills awarded', before.skills.join('; '), after.skills.join('; ')),
    ...lines('outcomes', 'outcomes', 'Outcomes'),
    ...lines('evidenceAsked', 'evidence', 'Evidence asked'),
  ];
}

function ruleChanges(before: VersionContent, after: VersionContent): Found[] {
  const both = (read: (content: VersionContent) => string) => [read(before), read(after)] as const;
  return [
    ...plain(
      'evidence',
      'evidenceRules',
      'Rules about evidence',
      'SUBSTANTIVE',
      ...both((it) => it.evidenceRules.map(inWords).join(' ')),
    ),
    ...plain(
      'evidence',
      'evidenceMaxAgeMonths',
      'Age of evidence',
      'SUBSTANTIVE',
      ...both((it) => months(it.evidenceMaxAgeMonths)),
    ),
    ...forced('marking', 'cutScore', 'Score to reach', ...both((it) => percent(it.cutScore))),
    ...forced('evidence', 'route', 'How it is proved', ...both((it) => it.route)),
    ...plain('marking', 'markingPolicy', 'Who marks', 'SUBSTANTIVE', ...both(markingWords)),
    ...plain('marking', 'releaseMode', 'Release', 'EDITORIAL', ...both((it) => it.releaseMode)),
    ...plain('validity', 'validityMonths', 'Validity', 'SUBSTANTIVE', ...both((it) => months(it.validityMonths))),
    ...plain('validity', 'renewal', 'Renewal', 'SUBSTANTIVE', ...both((it) => it.renewal)),
    ...plain('validity', 'reminderMonths', 'Reminder', 'EDITORIAL', ...both((it) => months(it.reminderMonths))),
    ...plain('validity', 'maxAttempts', 'Attempts', 'SUBSTANTIVE', ...both((it) => counted(it.maxAttempts))),
    ...plain(
      'validity',
      'coolOffDays',
      'Days between attempts',
      'SUBSTANTIVE',
      ...both((it) => counted(it.coolOffDays)),
    ),
    ...plain('validity', 'prerequisites', 'Prerequisites', 'SUBSTANTIVE', ...both((it) => it.prerequisites.join('; '))),
    ...descriptorChanges(before.descriptors, after.descriptors),
  ];
}

function rubricChanges(before: Rubric, after: Rubric): Found[] {
  const old = new Map(before.criteria.map((criterion, place) => [criterion.id, { criterion, place }]));
  const kept = new Set(after.criteria.map(({ id }) => id));
  const here = after.criteria.flatMap((criterion, place) => {
    const was = old.get(criterion.id);
    const at = `rubric.criteria.${place}`;
    const title = `Criterion ${place + 1}: ${criterion.title || 'untitled'}`;
    if (!was) {
      const cells = [{ field: `${at}.title`, label: 'New criterion', before: null, after: criterion.title }];
      return [
        {
          key: `rubric.${criterion.id}`,
          section: 'rubric',
          field: at,
          title,
          cells,
          suggested: 'SUBSTANTIVE',
          isForced: true,
        } satisfies Found,
      ];
    }
    const { words, rules } = criterionCells(was.criterion, criterion, at);
    const cells = [...rules, ...words];
    const isForced = rules.length > 0;
    const { suggested } = isForced ? { suggested: 'SUBSTANTIVE' as const } : worded(words);
    return changed({ key: `rubric.${criterion.id}`, section: 'rubric', field: at, title, cells, suggested, isForced });
  });
  const gone = before.criteria.flatMap((criterion, place) =>
    kept.has(criterion.id)
      ? []
      : [
          {
            ...{ key: `rubric.${criterion.id}`, section: 'rubric', field: 'rubric.criteria', suggested: 'SUBSTANTIVE' },
            title: `Criterion ${place + 1} before: ${criterion.title}`,
            cells: [{ field: 'rubric.criteria', label: 'Criterion taken away', before: criterion.title, after: null }],
            isForced: true,
          } satisfies Found,
        ],
  );
  return [...here, ...gone, ...orderChange(before, after)];
}

/** The same criteria in another order say the same. */
function orderChange(before: Rubric, after: Rubric): Found[] {
  const ids = new Set(before.criteria.map(({ id }) => id));
  const now = after.criteria.filter(({ id }) => ids.has(id));
  const remaining = new Set(now.map(({ id }) => id));
  const was = before.criteria.filter(({ id }) => remaining.has(id));
  const [then, here] = [was, now].map((criteria) => criteria.map(({ title }) => title).join('; '));
  if (was.every(({ id }, place) => now[place]?.id === id)) return [];
  return plain('rubric', 'rubric.criteria', 'Order of the criteria', 'EDITORIAL', then ?? '', here ?? '');
}

function criterionCells(before: RubricCriterion, after: RubricCriterion, at: string) {
  const words = [
    ...cell(`${at}.title`, 'Title', before.title, after.title),
    ...cell(`${at}.description`, 'Description', before.description, after.description),
  ];
  const rules = [
    ...cell(`${at}.weight`, 'Weight', String(before.weight), String(after.weight)),
    ...cell(`${at}.mustReach`, 'Must reach', levelWord(before.mustReach), levelWord(after.mustReach)),
    ...cell(`${at}.skillId`, 'Skill', before.skillId ?? '', after.skillId ?? ''),
  ];
  const count = Math.max(before.levels.length, after.levels.length);
  for (let place = 0; place < count; place++) {
    const [was, is] = [before.levels[place], after.levels[place]];
    const field = `${at}.levels.${place}`;
    const label = is?.label || was?.label || `Level ${place + 1}`;
    if (!was || !is) {
      rules.push({ field, label, before: was?.descriptor ?? null, after: is?.descriptor ?? null });
      continue;
    }
    words.push(...cell(`${field}.label`, `Name of level ${place + 1}`, was.label, is.label));
    words.push(...cell(`${field}.descriptor`, label, was.descriptor, is.descriptor));
    rules.push(...cell(`${field}.points`, `Points of ${label}`, String(was.points), String(is.points)));
    rules.push(...cell(`${field}.isCompetent`, `${label} is good enough`, yes(was.isCompetent), yes(is.isCompetent)));
  }
  return { words, rules };
}

const DESCRIPTOR_LABELS: Record<keyof EuDescriptors, string> = {
  workloadHours: 'Hours of work',
  ects: 'ECTS credits',
  eqfLevel: 'EQF level',
  nqfFramework: 'National framework',
  nqfLevel: 'National level',
  referencedBy: 'Referenced by',
  language: 'Language',
  country: 'Country',
  participationForm: 'Form of participation',
  participation: 'Participation',
  assessmentKinds: 'Types of assessment',
  assessmentType: 'Assessment',
  supervisionForm: 'Form of supervision',
  supervision: 'Supervision and identity',
  qualityAssuranceForm: 'Form of quality assurance',
  qualityAssurance: 'Quality assurance',
  prerequisites: 'Needed beforehand',
  gradingForm: 'Form of grading',
  grading: 'Grading',
  stackabilityForm: 'Form of stackability',
  stackability: 'Stackability',
  furtherInformation: 'Further information',
};
const WEIGHTY: readonly (keyof EuDescriptors)[] = ['workloadHours', 'ects', 'eqfLevel', 'nqfLevel', 'assessmentKinds'];

function descriptorChanges(before: EuDescriptors, after: EuDescriptors): Found[] {
  const names = Object.keys(DESCRIPTOR_LABELS) as (keyof EuDescriptors)[];
  const cells = names.flatMap((name) =>
    cell(`descriptors.${name}`, DESCRIPTOR_LABELS[name], said(before[name]), said(after[name])),
  );
  const weighty = cells.some(({ field }) => WEIGHTY.some((name) => field === `descriptors.${name}`));
  const suggested = weighty ? 'SUBSTANTIVE' : 'EDITORIAL';
  const field = cells[0]?.field ?? 'descriptors';
  return changed({
    key: 'descriptors',
    section: 'descriptors',
    field,
    title: 'EU descriptors',
    cells,
    suggested,
    isForced: false,
  });
}

const changed = (found: Found): Found[] => (found.cells.length > 0 ? [found] : []);

function cell(field: string, label: string, before: string, after: string): ChangedCell[] {
  return before === after ? [] : [{ field, label, before: before || null, after: after || null }];
}

function lineCells(field: string, before: readonly string[], after: readonly string[]): ChangedCell[] {
  const [was, is] = [before, after].map((lines) => lines.filter((line) => line.trim()));
  const count = Math.max(was?.length ?? 0, is?.length ?? 0);
  return Array.from({ length: count }, (_, at) =>
    cell(`${field}.${at}`, `Line ${at + 1}`, was?.[at] ?? '', is?.[at] ?? ''),
  ).flat();
}

/** Whether every changed text still says the same. */
function worded(cells: readonly ChangedCell[]): { suggested: ChangeKind; isForced: false } {
  const same = cells.every(({ before, after }) => before !== null && after !== null && meansTheSame(before, after));
  return { suggested: same ? 'EDITORIAL' : 'SUBSTANTIVE', isForced: false };
}

function forced(section: string, field: string, title: string, before: string, after: string): Found[] {
  const cells = cell(field, title, before, after);
  return changed({ key: field, section, field, title, cells, suggested: 'SUBSTANTIVE', isForced: true });
}

function plain(
  section: string,
  field: string,
  title: string,
  suggested: ChangeKind,
  before: string,
  after: string,
): Found[] {
  const cells = cell(field, title, before, after);
  return changed({ key: field, section, field, title, cells, suggested, isForced: false });
}

const yes = (is: boolean) => (is ? 'Yes' : 'No');
const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
const counted = (count: number | null) => (count === null ? '' : String(count));
const months = (count: number | null) => (count === null ? '' : `${count} ${count === 1 ? 'month' : 'months'}`);
const levelWord = (ordinal: number | null) => (ordinal === null ? '' : `Level ${ordinal}`);
const said = (value: EuDescriptors[keyof EuDescriptors]) =>
  Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value);
const markingWords = ({ markingPolicy, secondMarkShare, borderlineBand, highStakes }: VersionContent) =>
  `${markingPolicy}, ${percent(secondMarkShare)} second-marked, band ${percent(borderlineBand)}${highStakes ? ', high stakes' : ''}`;
