import type { AwardRequest } from '../features/credentials/credentials.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import type { ScalePerson } from './scale-people.js';
import type { ScalePlan } from './scale-plan.rules.js';
import { type Cell, copyInto } from './scale-rows.js';
import type { Seeded } from './seeded.rules.js';

const LEVELS = 4;
const DAY = 86_400_000;
/** The longest ago that something was awarded: three years and a little, so that some have ended. */
const OLDEST_DAYS = 1_180;
/** Of ten credentials, so many are for what the job asks. */
const FOR_THE_JOB = 6;
const RUBRIC = {
  criteria: [
    {
      ...{ id: 'does', title: 'Does the work', description: 'As the level says.', weight: 1, mustReach: 2 },
      levels: [1, 2, 3].map((ordinal) => ({
        ...{ id: `does-${ordinal}`, ordinal, points: ordinal, isCompetent: ordinal > 1 },
        ...{ label: `Step ${ordinal}`, descriptor: `What step ${ordinal} looks like` },
      })),
    },
  ],
};
const DESCRIPTORS = {
  ...{ workloadHours: 20, ects: null, eqfLevel: 5, language: 'en', participation: '', assessmentType: '' },
  ...{ supervision: '', qualityAssurance: '', prerequisites: '', stackability: '' },
};

/** Two neighbouring skills of one framework are proved together, at each level by an achievement of its own. */
export interface Pair {
  readonly skills: readonly [string, string];
  readonly versions: readonly string[];
  readonly validityMonths: number | null;
}

/** One that somebody holds, before it is written. */
interface Held {
  readonly personId: string;
  readonly versionId: string;
  readonly awardedOn: Date;
  readonly validityMonths: number | null;
}

export async function writeAchievements(
  system: Viewer,
  skills: readonly { id: string; name: string }[],
  seeded: Seeded,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const rows: Cell[][] = [];
  for (let at = 0; at + 1 < skills.length; at += 2) {
    const [first, second] = [skills[at], skills[at + 1]];
    if (!first || !second) break;
    const versions = Array.from({ length: LEVELS }, () => seeded.id());
    const validityMonths = pairs.length % 10 === 0 ? null : pairs.length % 5 === 1 ? 12 : 36;
    pairs.push({ skills: [first.id, second.id], versions, validityMonths });
    for (const [below, version] of versions.entries())
      rows.push([seeded.id(), version, first.name, first.id, second.id, below + 1, validityMonths]);
  }
  await copyInto(
    system,
    'scale_achievement',
    {
      ...{ achievement_id: 'uuid', id: 'uuid', name: 'text', skill_id: 'uuid' },
      ...{ further_id: 'uuid', level: 'int', months: 'int' },
    },
    rows,
  );
  await system.tx.query('INSERT INTO achievement (id, created_at) SELECT achievement_id, $1 FROM scale_achievement', [
    system.now,
  ]);
  await system.tx.query(
    `INSERT INTO achievement_version (id, achievement_id, number, revision, state, name, description, skill_id, level_ordinal,
       further_skills, outcomes, rubric, evidence_asked, cut_score, validity_months, route, marking_policy, descriptors, created_at, published_at)
     SELECT id, achievement_id, 1, 1, 'PUBLISHED', name, 'Generated.', skill_id, level,
       jsonb_build_array(jsonb_build_object('skillId', further_id, 'levelOrdinal', level, 'category', NULL, 'revisionId', NULL)),
       '["do the work"]', $2, '[]', 0.5, months, 'PORTFOLIO', 'SINGLE', $3, $1, $1 FROM scale_achievement`,
    [system.now, JSON.stringify(RUBRIC), JSON.stringify(DESCRIPTORS)],
  );
  return pairs;
}

/** Who holds what: nobody the same pair twice, most of it what the job asks, the rest as common as the skill. */
export function* holdings(
  plan: ScalePlan,
  people: readonly ScalePerson[],
  asked: readonly { pair: number; level: number }[][],
  pairs: readonly Pair[],
  { now, seeded }: { now: Date; seeded: Seeded },
): Generator<Held> {
  const each = Math.floor(plan.credentials / people.length);
  for (const [nth, person] of people.entries()) {
    const many = each + (nth < plan.credentials % people.length ? 1 : 0);
    const levels = new Map<number, number>();
    const wanted = asked[person.rung] ?? [];
    // Each begins elsewhere in what the job asks: nobody has everything, and nothing is had by nobody.
    const from = seeded.below(wanted.length || 1);
    for (const { pair, level } of [...wanted.slice(from), ...wanted.slice(0, from)])
      if (levels.size < Math.min(many, FOR_THE_JOB)) levels.set(pair, between(level - 1 + seeded.below(3)));
    while (levels.size < Math.min(many, pairs.length)) {
      const pair = seeded.mostlyLow(pairs.length);
      if (!levels.has(pair)) levels.set(pair, 1 + seeded.below(LEVELS));
    }
    for (const [pair, level] of levels) {
      const found = pairs[pair];
      if (!found) continue;
      yield {
        ...{ personId: person.id, versionId: found.versions[level - 1] ?? '', validityMonths: found.validityMonths },
        awardedOn: new Date(now.getTime() - (1 + seeded.below(OLDEST_DAYS)) * DAY),
      };
    }
  }
}

/** As rows: awards and credentials with their dates, and without plan, document or signature. */
export async function writeRows(system: Viewer, all: Iterable<Held>, seeded: Seeded): Promise<number> {
  const rows = function* (): Generator<Cell[]> {
    for (const { personId, versionId, awardedOn, validityMonths } of all)
      yield [
        ...[seeded.id(), seeded.id(), seeded.id(), personId, versionId, awardedOn.toISOString()],
        validityMonths === null ? null : later(awardedOn, validityMonths).toISOString(),
      ];
  };
  const written = await copyInto(
    system,
    'scale_credential',
    {
      ...{ award_id: 'uuid', id: 'uuid', basis_id: 'uuid', person_id: 'uuid', version_id: 'uuid' },
      ...{ valid_from: 'timestamptz', valid_until: 'timestamptz' },
    },
    rows(),
  );
  await system.tx.query(
    `INSERT INTO award (id, person_id, achievement_version_id, basis, basis_id, state, awarded_on, plan, created_at)
     SELECT award_id, person_id, version_id, 'DECISION', basis_id, 'ISSUED', valid_from, '{"marking": {"assessors": 1}}', valid_from
     FROM scale_credential`,
  );
  await system.tx.query(
    `INSERT INTO credential (id, award_id, edition, person_id, achievement_version_id, issued_at, valid_from, valid_until, status, document, digest)
     SELECT id, award_id, 1, person_id, version_id, valid_from, valid_from, valid_until, 'ACTIVE', '', '' FROM scale_credential`,
  );
  return written;
}

/** As the product awards: with a plan, to be signed like any other. */
export function requestOf({ personId, versionId, awardedOn }: Held, seeded: Seeded): AwardRequest {
  return {
    ...{ personId, achievementVersionId: versionId, basis: 'DECISION', basisId: seeded.id(), awardedOn },
    results: [{ criterionId: 'does', levelId: 'does-3' }],
    evidence: [{ kind: 'FILE', madeOn: null, sha256: '0'.repeat(64) }],
    assessorCount: 1,
  };
}

const between = (level: number) => Math.min(LEVELS, Math.max(1, level));

function later(day: Date, months: number): Date {
  const end = new Date(day);
  end.setUTCMonth(end.getUTCMonth() + months);
  return end;
}
