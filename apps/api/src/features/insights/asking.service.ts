import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import { coveredBy, limitsOf } from '../people/limits.service.js';
import { runnerUp, smallestTeam } from './team-cover.rules.js';

export interface AskedSkill {
  skillId: string;
  level: number;
}

export interface Asking {
  requirements: readonly AskedSkill[];
  unitId?: string | null;
  /** The first day on which it is needed; null: today. */
  from?: string | null;
  /** Whoever meets one of them is enough. */
  any?: boolean | null;
}

export interface SkillProof {
  skillId: string;
  level: number;
  verifiedOn: Date;
  validUntil: Date | null;
  achievementName: string;
  credentialId: string | null;
  recognisedFrom: string | null;
}

export interface WhoCan {
  personId: string;
  name: string;
  jobTitle: string;
  unitName: string | null;
  lastDay: string | null;
  proofs: SkillProof[];
}

export interface TeamCover {
  exact: boolean;
  considered: number;
  more: boolean;
  members: { person: WhoCan; adds: string[] }[];
  uncovered: string[];
  runnerUpWithout: string | null;
  runnerUp: { person: WhoCan; adds: string[] }[];
}

interface Found extends WhoCan {
  met: number;
}

export const MOST_ASKED = 24;
const MOST_LEVEL = 20;
const MOST_CONSIDERED = 1000;

/** Who can do something on a day, by what is verified, among those of whom the viewer may know it. */
@Injectable()
export class AskingService {
  async whoCan(viewer: Viewer, asking: Asking, input: PageInput): Promise<Page<WhoCan>> {
    const [met, name, id] = readCursor(input.after) ?? [];
    const after =
      /^\d{1,3}$/.test(met ?? '') && id !== undefined && isId(id) ? { met: Number(met), name: name ?? '', id } : null;
    const { rows, total } = await this.read(viewer, asking, after, limitOf(input));
    return pageOf(rows, input, total, (row) => [String(row.met), row.name.toLowerCase(), row.personId]);
  }

  /** Of those who meet any of it; whoever meets most comes first, and of equals whose proof lasts longest. */
  async team(viewer: Viewer, asking: Asking): Promise<TeamCover> {
    const asked = wanted(asking);
    const { rows, total } = await this.read(viewer, { ...asking, any: true }, null, MOST_CONSIDERED);
    const people = [...rows].sort((one, other) => other.met - one.met || shortest(other) - shortest(one));
    const candidates = people.map(({ personId, proofs }) => ({
      id: personId,
      covers: proofs.map(({ skillId }) => asked.findIndex((each) => each.skillId === skillId)),
    }));
    const first = smallestTeam(candidates, asked.length);
    const second = runnerUp(candidates, asked.length, first);
    const byId = new Map(people.map((person) => [person.personId, person]));
    return {
      exact: first.exact,
      considered: rows.length,
      more: total > rows.length,
      members: membersOf(first.members, byId),
      uncovered: first.uncovered.flatMap((place) => asked[place]?.skillId ?? []),
      runnerUpWithout: second ? (byId.get(second.without)?.name ?? null) : null,
      runnerUp: second ? membersOf(second.members, byId) : [],
    };
  }

  private async read(
    viewer: Viewer,
    asking: Asking,
    after: { met: number; name: string; id: string } | null,
    limit: number,
  ): Promise<{ rows: Found[]; total: number }> {
    const asked = wanted(asking);
    if (asked.length === 0 || (asking.unitId && !isId(asking.unitId))) return { rows: [], total: 0 };
    const today = dayOf(viewer);
    const from = asking.from && asking.from > today ? asking.from : today;
    const [found] = await viewer.tx.query<{ rows: Found[]; total: number }>(WHO_CAN, [
      JSON.stringify(asked),
      from === today ? viewer.now : new Date(`${from}T00:00:00Z`),
      from,
      asking.unitId ?? null,
      viewer.personId,
      viewer.reportIds,
      viewer.may('credential.govern'),
      limitsOf(viewer, 'credential.govern'),
      asking.any ? 1 : asked.length,
      ...[after?.met ?? null, after?.name ?? '', after?.id ?? null, limit],
    ]);
    const rows = (found?.rows ?? []).map((row) => ({
      ...row,
      proofs: row.proofs.map((proof) => ({
        ...proof,
        verifiedOn: new Date(proof.verifiedOn),
        validUntil: proof.validUntil && new Date(proof.validUntil),
      })),
    }));
    await viewer.learn(rows.map(({ personId }) => personId));
    return {
      total: found?.total ?? 0,
      rows: rows.map((row) => (knowsOfLeaving(viewer, row.personId) ? row : { ...row, lastDay: null })),
    };
  }
}

const knowsOfLeaving = (viewer: Viewer, personId: string) =>
  viewer.isSelf(personId) || viewer.manages(personId) || viewer.may('people.read', { personId });

/** Each skill once, at the highest level that is asked of it. */
function wanted({ requirements }: Asking): AskedSkill[] {
  const bySkill = new Map<string, AskedSkill>();
  for (const { skillId, level } of requirements.slice(0, MOST_ASKED)) {
    if (!isId(skillId) || level < 1 || level > MOST_LEVEL) continue;
    if ((bySkill.get(skillId)?.level ?? 0) < level) bySkill.set(skillId, { skillId, level });
  }
  return [...bySkill.values()];
}

/** Until when all of it is proved. */
function shortest({ proofs }: WhoCan): number {
  return Math.min(...proofs.map(({ validUntil }) => validUntil?.getTime() ?? Number.MAX_SAFE_INTEGER));
}

function membersOf(ids: readonly string[], byId: ReadonlyMap<string, WhoCan>): TeamCover['members'] {
  const covered = new Set<string>();
  return ids.flatMap((id) => {
    const person = byId.get(id);
    if (!person) return [];
    const adds = person.proofs.map(({ skillId }) => skillId).filter((skillId) => !covered.has(skillId));
    for (const skillId of adds) covered.add(skillId);
    return [{ person, adds }];
  });
}

/** The job of the day that is asked about, or the last one before. */
const JOB = `FROM employment job WHERE job.person_id = person.id AND job.is_primary
  AND (job.ends_on IS NULL OR job.ends_on >= current_date) ORDER BY job.starts_on <= $3::date DESC, job.starts_on DESC LIMIT 1`;

/** Whoever is shut out, or gone by then, is not there; a level that ends before that day does not count. */
const WHO_CAN = `
  WITH RECURSIVE unit AS (
    SELECT id FROM org_unit WHERE id = $4::uuid UNION SELECT org_unit.id FROM unit JOIN org_unit ON org_unit.parent_id = unit.id
  ), asked AS (
    SELECT "skillId" AS skill_id, level FROM jsonb_to_recordset($1::jsonb) AS each ("skillId" uuid, level int)
  ), able AS (
    -- Counted from the index alone; where a level comes from is read for those on the page.
    SELECT person_id, count(*)::int AS met FROM (
      SELECT DISTINCT level.person_id, asked.skill_id
      FROM asked JOIN verified_level level ON level.skill_id = asked.skill_id AND level.ordinal >= asked.level
        AND level.stands_from <= $2 AND level.counts_until > $2
      WHERE level.person_id = $5::uuid OR level.person_id = ANY ($6::uuid[])
        OR $7::boolean AND ${coveredBy('$8', { person: 'level.person_id' })}) met
    GROUP BY 1 HAVING count(*) >= $9::int
  ), found AS MATERIALIZED (
    SELECT person.id AS "personId", person.display_name AS name, person.last_day, able.met
    FROM able JOIN person ON person.id = able.person_id AND person.active AND (person.last_day IS NULL OR person.last_day >= $3::date)
    WHERE $4::uuid IS NULL OR (SELECT job.org_unit_id ${JOB}) IN (SELECT id FROM unit)
  ), chosen AS (
    SELECT * FROM found WHERE $10::int IS NULL OR (-met, lower(name), "personId") > (-$10::int, $11, $12::uuid)
    ORDER BY met DESC, lower(name), "personId" LIMIT $13
  ), page AS (
    SELECT person."personId", person.name, coalesce(job.job_title, '') AS "jobTitle", unit_of.name AS "unitName",
      person.last_day::text AS "lastDay", person.met, proofs.proofs
    FROM chosen person LEFT JOIN LATERAL (SELECT job.job_title, job.org_unit_id ${JOB.replace('person.id', 'person."personId"')}) job ON true
    LEFT JOIN org_unit unit_of ON unit_of.id = job.org_unit_id
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('skillId', best.skill_id, 'level', best.ordinal, 'verifiedOn', best.verified_on,
        'validUntil', best.valid_until, 'achievementName', coalesce(version.name, best.badge_name),
        'credentialId', best.credential_id, 'recognisedFrom', best.recognised_from) ORDER BY best.skill_id) AS proofs
      FROM (
        SELECT DISTINCT ON (level.skill_id) level.* FROM asked JOIN verified_level level ON level.skill_id = asked.skill_id
          AND level.person_id = person."personId" AND level.ordinal >= asked.level AND level.stands_from <= $2 AND level.counts_until > $2
        ORDER BY level.skill_id, level.ordinal DESC, level.valid_until DESC NULLS FIRST, level.credential_id) best
      LEFT JOIN credential ON credential.id = best.credential_id
      LEFT JOIN achievement_version version ON version.id = credential.achievement_version_id
      WHERE num_nonnulls(version.id, best.external_credential_id) = 1) proofs
  )
  SELECT coalesce((SELECT jsonb_agg(page ORDER BY met DESC, lower(name), "personId") FROM page), '[]') AS rows,
    (SELECT count(*)::int FROM found) AS total`;
