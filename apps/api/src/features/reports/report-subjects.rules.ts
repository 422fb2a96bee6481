export const SUBJECTS = ['PEOPLE', 'CREDENTIALS', 'STANDINGS', 'COMPLETIONS', 'ATTEMPTS'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const COLUMN_TYPES = ['TEXT', 'NUMBER', 'DAY'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

export interface ReportColumn {
  key: string;
  label: string;
  /** What it says and where it comes from. */
  description: string;
  type: ColumnType;
  /** Rows can be counted by it; what names single people or is different for each row cannot. */
  groups: boolean;
  /** It names somebody: counted rows are not narrowed by it. */
  names: boolean;
  sql: string;
}

export interface ReportSubject {
  key: Subject;
  label: string;
  description: string;
  /** Who the row is about; null where that stays unknown. */
  person: string | null;
  id: string;
  /** What tells rows apart, as columns: an order by their words together would be found in no index. */
  order: string;
  from: string;
  columns: readonly ReportColumn[];
}

type Row = [
  key: string,
  label: string,
  type: ColumnType,
  use: 'GROUPS' | 'NAMES' | 'PLAIN',
  sql: string,
  description: string,
];

const columns = (rows: readonly Row[]): ReportColumn[] =>
  rows.map(([key, label, type, use, sql, description]) => ({
    ...{ key, label, description, type, sql },
    groups: use === 'GROUPS',
    names: use === 'NAMES',
  }));

/** The main employment of today, of which everybody has one at most, its unit and level. */
const JOB = `LEFT JOIN employment job ON job.person_id = person.id AND job.is_primary
    AND job.starts_on <= current_date AND (job.ends_on IS NULL OR job.ends_on >= current_date)
  LEFT JOIN org_unit unit ON unit.id = job.org_unit_id`;
const WORK: Row[] = [
  ['person', 'Person', 'TEXT', 'NAMES', 'person.display_name', 'The name of the person.'],
  ['jobTitle', 'Job title', 'TEXT', 'GROUPS', 'job.job_title', 'The title of their main employment of today.'],
  ['unit', 'Unit', 'TEXT', 'GROUPS', 'unit.name', 'The unit of their main employment of today.'],
];
/** All at once: looked up for each of a million levels it took longer than anybody waits. */
const SKILL = `JOIN (SELECT DISTINCT ON (revision.skill_id) revision.skill_id, revision.name
    FROM skill_revision revision JOIN skill_framework framework ON framework.id = revision.framework_id
    ORDER BY revision.skill_id, framework.published_at DESC NULLS LAST, revision.id DESC) skill ON skill.skill_id = awards.skill_id`;

const day = (moment: string) => `(${moment} AT TIME ZONE 'UTC')::date`;

/** What can be reported on. Every column is documented; the statement underneath goes by the rights of whoever asks. */
export const REPORT_SUBJECTS: readonly ReportSubject[] = [
  {
    key: 'PEOPLE',
    label: 'People',
    description: 'Everybody who is with us today, one row each.',
    person: 'person.id',
    id: 'person.id',
    order: 'person.id',
    from: `person ${JOB} LEFT JOIN job_role_level rung ON rung.id = job.job_role_level_id LEFT JOIN job_role role ON role.id = rung.role_id
      LEFT JOIN person manager ON manager.id = job.manager_id
      WHERE person.active AND (person.last_day IS NULL OR person.last_day >= current_date)`,
    columns: columns([
      ...WORK,
      ['role', 'Job role', 'TEXT', 'GROUPS', 'role.name', 'The job role of their main employment.'],
      ['level', 'Job role level', 'TEXT', 'GROUPS', 'rung.name', 'The level of that role.'],
      ['manager', 'Manager', 'TEXT', 'NAMES', 'manager.display_name', 'Who leads them in their main employment.'],
      ['since', 'In this employment since', 'DAY', 'PLAIN', 'job.starts_on', 'First day of their main employment.'],
      ['lastDay', 'Last day', 'DAY', 'PLAIN', 'person.last_day', 'Their last day with us, where one is recorded.'],
      [
        'badges',
        'Badges that count',
        'NUMBER',
        'PLAIN',
        `(SELECT count(*)::int FROM credential held WHERE held.person_id = person.id AND held.status = 'ACTIVE'
          AND held.superseded_by IS NULL AND (held.valid_until IS NULL OR held.valid_until > now()))`,
        'How many active badges in date they hold.',
      ],
    ]),
  },
  {
    key: 'CREDENTIALS',
    label: 'Badges',
    description: 'Badges that were issued, one row for each edition.',
    person: 'credential.person_id',
    id: 'credential.id',
    order: 'credential.id',
    from: `credential JOIN person ON person.id = credential.person_id ${JOB} JOIN award ON award.id = credential.award_id
      JOIN achievement_version version ON version.id = credential.achievement_version_id WHERE true`,
    columns: columns([
      ...WORK,
      ['achievement', 'Achievement', 'TEXT', 'GROUPS', 'version.name', 'What was earned.'],
      ['version', 'Version', 'NUMBER', 'GROUPS', 'version.number', 'The version of the achievement.'],
      [
        'basis',
        'Basis',
        'TEXT',
        'GROUPS',
        'award.basis',
        'What it was awarded for: DECISION, STACK, COMPLETION, BULK or LEGACY.',
      ],
      ['status', 'Status', 'TEXT', 'GROUPS', 'credential.status', 'ACTIVE, SUSPENDED or REVOKED.'],
      ['issuedOn', 'Issued on', 'DAY', 'PLAIN', day('credential.issued_at'), 'The day it was signed.'],
      [
        'validUntil',
        'Valid until',
        'DAY',
        'PLAIN',
        day('credential.valid_until'),
        'The day it ends; empty where it does not.',
      ],
    ]),
  },
  {
    key: 'STANDINGS',
    label: 'Verified levels',
    description: 'Skills that active badges in date prove today, one row for each badge and skill.',
    person: 'credential.person_id',
    id: "credential.id || ' ' || awards.skill_id",
    order: 'credential.id, awards.skill_id',
    from: `credential JOIN person ON person.id = credential.person_id ${JOB}
      JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
      JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies ${SKILL}
      JOIN achievement_version version ON version.id = credential.achievement_version_id
      WHERE credential.status = 'ACTIVE' AND credential.valid_from <= now()
        AND (credential.valid_until IS NULL OR credential.valid_until > now())`,
    columns: columns([
      ...WORK,
      ['skill', 'Skill', 'TEXT', 'GROUPS', 'skill.name', 'The skill in the wording of its newest framework.'],
      ['level', 'Level', 'NUMBER', 'GROUPS', 'awards.level_ordinal', 'The verified level, by its place on the scale.'],
      ['achievement', 'Achievement', 'TEXT', 'GROUPS', 'version.name', 'What was earned for it.'],
      ['verifiedOn', 'Verified on', 'DAY', 'PLAIN', day('credential.valid_from'), 'Since when it counts.'],
      [
        'validUntil',
        'Valid until',
        'DAY',
        'PLAIN',
        day('credential.valid_until'),
        'The day it ends; empty where it does not.',
      ],
    ]),
  },
  {
    key: 'COMPLETIONS',
    label: 'Courses completed',
    description: 'Completions of courses that were not withdrawn, one row each.',
    person: 'done.person_id',
    id: 'done.id',
    order: 'done.id',
    from: `course_completion done JOIN course ON course.id = done.course_id JOIN person ON person.id = done.person_id ${JOB}
      WHERE done.withdrawn_at IS NULL`,
    columns: columns([
      ...WORK,
      ['course', 'Course', 'TEXT', 'GROUPS', 'course.title', 'The title of the course.'],
      ['mode', 'Mode', 'TEXT', 'GROUPS', 'course.mode', 'How it is held.'],
      ['completedOn', 'Completed on', 'DAY', 'PLAIN', 'done.completed_on', 'The day it was completed.'],
      ['hours', 'Hours', 'NUMBER', 'PLAIN', 'course.hours', 'How long the course takes.'],
      ['price', 'Price', 'NUMBER', 'PLAIN', 'course.price_amount::float8', 'Its price of today.'],
      ['currency', 'Currency', 'TEXT', 'GROUPS', 'course.price_currency', 'The currency of the price.'],
    ]),
  },
  {
    key: 'ATTEMPTS',
    label: 'Attempts',
    description: 'Attempts of the last five years with the code of the candidate, for those who watch over assessment.',
    person: null,
    id: 'attempt."submissionId"',
    order: 'attempt."submissionId"',
    from: `app_insight_attempts(now() - interval '5 years', now()) attempt WHERE true`,
    columns: columns([
      [
        'candidate',
        'Candidate',
        'TEXT',
        'NAMES',
        'attempt."candidateCode"',
        'The code that assessors know; never the name.',
      ],
      ['achievement', 'Achievement', 'TEXT', 'GROUPS', 'attempt."achievementName"', 'What was tried.'],
      ['attempt', 'Attempt', 'NUMBER', 'GROUPS', 'attempt."attemptNo"', 'Which attempt it was.'],
      ['route', 'Route', 'TEXT', 'GROUPS', 'attempt.route', 'LEARNING or PRIOR_LEARNING.'],
      [
        'outcome',
        'Outcome',
        'TEXT',
        'GROUPS',
        'attempt.outcome',
        'The last released outcome; empty until there is one.',
      ],
      ['begunOn', 'Begun on', 'DAY', 'PLAIN', day('attempt."begunAt"'), 'The day the attempt began.'],
      ['handedInOn', 'Handed in on', 'DAY', 'PLAIN', day('attempt."submittedAt"'), 'The day it was handed in.'],
      [
        'answeredOn',
        'Answered on',
        'DAY',
        'PLAIN',
        day('attempt."releasedAt"'),
        'The day its first outcome was released.',
      ],
      [
        'days',
        'Days to the answer',
        'NUMBER',
        'PLAIN',
        `round(extract(epoch FROM attempt."releasedAt" - attempt."submittedAt") / 86400)::int`,
        'From handing in to the first release.',
      ],
    ]),
  },
];
