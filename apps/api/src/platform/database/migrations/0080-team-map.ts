import type { MigrationInterface, QueryRunner } from 'typeorm';

const LASTS = 'job.starts_on <= current_date AND (job.ends_on IS NULL OR job.ends_on >= current_date)';
const CALLED =
  'app_tree(), app_team_people(boolean, uuid), app_team_layers(uuid[], uuid[], timestamptz), app_team_cell(uuid, uuid, timestamptz)';

/**
 * What a manager may know of everybody below, and not of direct reports alone: levels with their dates and where they come
 * from, never words and never evidence. Each function looks for itself whether the person is below whoever asks.
 */
export class TeamMap1700000000080 implements MigrationInterface {
  name = 'TeamMap1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Everybody below the viewer today. Without depth: where two lead each other, the walk still ends.
      CREATE FUNCTION app_tree() RETURNS TABLE (person_id uuid) LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        WITH RECURSIVE below AS (
          SELECT job.person_id FROM employment job WHERE job.manager_id = app_person() AND ${LASTS}
          UNION
          SELECT job.person_id FROM below JOIN employment job ON job.manager_id = below.person_id AND ${LASTS}
        )
        SELECT below.person_id FROM below JOIN person ON person.id = below.person_id
        WHERE below.person_id <> app_person() AND app_is_with_us(person.active, person.last_day) $$;

      -- The rows of the map: the direct reports or everybody below, in one unit with those below it where one is named.
      CREATE FUNCTION app_team_people(direct_only boolean, unit uuid)
        RETURNS TABLE (id uuid, name text, job_title text, unit_id uuid, level_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH RECURSIVE units AS (
          SELECT org_unit.id FROM org_unit WHERE org_unit.id = unit
          UNION SELECT child.id FROM units JOIN org_unit child ON child.parent_id = units.id
        ), main AS (
          SELECT DISTINCT ON (job.person_id) job.person_id, job.job_title, job.org_unit_id, job.job_role_level_id
          FROM app_tree() tree JOIN employment job USING (person_id)
          WHERE ${LASTS} AND (NOT direct_only OR job.manager_id = app_person() OR EXISTS (
            SELECT FROM employment other WHERE other.person_id = job.person_id AND other.manager_id = app_person()
              AND ${LASTS.replaceAll('job.', 'other.')}))
          ORDER BY job.person_id, job.is_primary DESC, job.starts_on
        )
        SELECT person.id, person.display_name, main.job_title, main.org_unit_id, main.job_role_level_id
        FROM main JOIN person ON person.id = main.person_id
        WHERE unit IS NULL OR main.org_unit_id IN (SELECT units.id FROM units)
        ORDER BY lower(person.display_name), person.id $$;

      -- Every level of these people in these skills at a moment, a line per layer: “person.skill.level.end” by their places
      -- in the arrays, so that a whole map is a few texts and no row for each of its cells.
      CREATE FUNCTION app_team_layers(people uuid[], skills uuid[], at timestamptz) RETURNS TABLE (layer text, cells text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH who AS MATERIALIZED (
          SELECT asked.id, asked.place FROM unnest(people) WITH ORDINALITY AS asked (id, place)
          JOIN app_tree() tree ON tree.person_id = asked.id
        ), about AS MATERIALIZED (
          SELECT asked.id, asked.place FROM unnest(skills) WITH ORDINALITY AS asked (id, place)
        ), proving AS MATERIALIZED (
          SELECT version.id, version.skill_id, version.level_ordinal AS ordinal FROM achievement_version version
          WHERE version.route <> 'COMPLETION' AND version.level_ordinal IS NOT NULL
            AND (version.skill_id = ANY (skills) OR version.skill_id IN (SELECT from_skill_id FROM accepted_conversion WHERE to_skill_id = ANY (skills)))
          UNION ALL
          SELECT version.id, (further ->> 'skillId')::uuid, (further ->> 'levelOrdinal')::int
          FROM (SELECT DISTINCT version.id FROM unnest(skills || ARRAY(SELECT from_skill_id FROM accepted_conversion WHERE to_skill_id = ANY (skills))) AS named (skill_id)
              JOIN achievement_version version
                ON version.further_skills @> jsonb_build_array(jsonb_build_object('skillId', named.skill_id))) found
            JOIN achievement_version version USING (id), jsonb_array_elements(version.further_skills) further
          WHERE version.route <> 'COMPLETION' AND further ->> 'levelOrdinal' IS NOT NULL
        ), proved AS (
          SELECT who.id AS person_id, who.place AS person, proving.skill_id, proving.ordinal, credential.valid_from, credential.valid_until
          FROM who JOIN credential ON credential.person_id = who.id AND credential.status = 'ACTIVE' AND credential.valid_from <= at
          JOIN proving ON proving.id = credential.achievement_version_id
          JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
        ), held AS (
          SELECT proved.person, proved.skill_id, proved.ordinal, proved.valid_until FROM proved
          UNION ALL
          SELECT proved.person, taken.to_skill_id, taken.to_ordinal, proved.valid_until
          FROM proved JOIN accepted_conversion taken ON taken.person_id = proved.person_id AND taken.from_skill_id = proved.skill_id
            AND taken.from_ordinal = proved.ordinal AND taken.accepted_at <= at
        ), best AS (
          SELECT DISTINCT ON (held.person, about.place) held.person, about.place AS skill, held.ordinal, held.valid_until,
            held.valid_until IS NULL OR held.valid_until > at AS counts
          FROM held JOIN about ON about.id = held.skill_id
          ORDER BY held.person, about.place, (held.valid_until IS NULL OR held.valid_until > at) DESC,
            CASE WHEN held.valid_until IS NULL OR held.valid_until > at THEN held.ordinal END DESC NULLS LAST,
            held.valid_until DESC NULLS FIRST, held.ordinal DESC
        ), word AS (
          SELECT DISTINCT ON (seen.person_id, seen.skill_id, seen.observer_id) who.place AS person, about.place AS skill,
            seen.ordinal, seen.capacity, seen.observed_at
          FROM who JOIN skill_observation seen ON seen.person_id = who.id JOIN about ON about.id = seen.skill_id
          WHERE seen.observed_at <= at AND (seen.withdrawn_at IS NULL OR seen.withdrawn_at > at)
          ORDER BY seen.person_id, seen.skill_id, seen.observer_id, seen.observed_at DESC
        ), seen AS (
          SELECT DISTINCT ON (word.person, word.skill) word.person, word.skill, word.ordinal FROM word
          ORDER BY word.person, word.skill, word.capacity = 'MANAGER' DESC, word.observed_at DESC
        ), said AS (
          SELECT DISTINCT ON (claim.person_id, claim.skill_id) who.place AS person, about.place AS skill, claim.ordinal
          FROM who JOIN skill_claim claim ON claim.person_id = who.id JOIN about ON about.id = claim.skill_id
          WHERE claim.claimed_at <= at ORDER BY claim.person_id, claim.skill_id, claim.claimed_at DESC, claim.id DESC
        )
        SELECT CASE WHEN best.counts THEN 'VERIFIED' ELSE 'LAPSED' END,
          string_agg(concat_ws('.', best.person, best.skill, best.ordinal, extract(epoch FROM best.valid_until)::bigint), ' ')
        FROM best GROUP BY 1
        UNION ALL SELECT 'OBSERVED', string_agg(concat_ws('.', seen.person, seen.skill, seen.ordinal), ' ') FROM seen
        UNION ALL SELECT 'CLAIMED', string_agg(concat_ws('.', said.person, said.skill, said.ordinal), ' ') FROM said
          WHERE said.ordinal IS NOT NULL $$;

      -- Where the levels of one person in one skill come from: a line for each thing that was said, seen or proved by then.
      CREATE FUNCTION app_team_cell(who uuid, about uuid, at timestamptz)
        RETURNS TABLE (layer text, ordinal int, since timestamptz, until timestamptz, achievement_name text, assessors int,
          credential_id uuid, capacity text, observer_id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT * FROM (
          SELECT CASE WHEN credential.valid_until IS NULL OR credential.valid_until > at THEN 'VERIFIED' ELSE 'LAPSED' END AS layer,
            counts.ordinal, credential.valid_from AS since, credential.valid_until, version.name,
            (award.plan #>> '{marking,assessors}')::int, credential.id, NULL::text, NULL::uuid
          FROM credential JOIN award ON award.id = credential.award_id AND award.basis = 'DECISION'
          JOIN achievement_version version ON version.id = credential.achievement_version_id
          JOIN awarded_skill awards ON awards.achievement_version_id = version.id AND awards.verifies
          CROSS JOIN LATERAL (
            SELECT awards.skill_id, awards.level_ordinal AS ordinal
            UNION ALL
            SELECT taken.to_skill_id, taken.to_ordinal FROM accepted_conversion taken
            WHERE taken.person_id = who AND taken.from_skill_id = awards.skill_id
              AND taken.from_ordinal = awards.level_ordinal AND taken.accepted_at <= at) counts
          WHERE credential.person_id = who AND counts.skill_id = about AND credential.status = 'ACTIVE' AND credential.valid_from <= at
          UNION ALL
          SELECT 'OBSERVED', seen.ordinal, seen.observed_at, NULL, NULL, NULL, NULL, seen.capacity, seen.observer_id
          FROM (SELECT DISTINCT ON (it.observer_id) it.* FROM skill_observation it
            WHERE it.person_id = who AND it.skill_id = about AND it.observed_at <= at
              AND (it.withdrawn_at IS NULL OR it.withdrawn_at > at)
            ORDER BY it.observer_id, it.observed_at DESC) seen
          UNION ALL
          SELECT 'CLAIMED', said.ordinal, said.claimed_at, NULL, NULL, NULL, NULL, NULL, NULL
          FROM (SELECT it.* FROM skill_claim it WHERE it.person_id = who AND it.skill_id = about AND it.claimed_at <= at
            ORDER BY it.claimed_at DESC, it.id DESC LIMIT 1) said
          WHERE said.ordinal IS NOT NULL
        ) every WHERE EXISTS (SELECT FROM app_tree() tree WHERE tree.person_id = who)
        ORDER BY every.since DESC $$;

      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION app_team_cell, app_team_layers, app_team_people, app_tree');
  }
}
