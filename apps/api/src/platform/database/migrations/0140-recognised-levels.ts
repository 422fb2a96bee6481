import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As exact as the moments that the product asks with. */
const NOW = `date_trunc('milliseconds', now())`;
const CALLED = 'recognised_levels_of(uuid[]), refresh_recognised_levels(uuid[], uuid[])';
const SPAN = `'skills', it.recognised, 'lastDay', it.recognised_until`;

/**
 * What is recognised of a badge from elsewhere is a verified level with a source of its own: it stands from the decision until
 * its last day, and is cut when its issuer withdraws it or somebody decides otherwise. Everything that reads verified levels
 * and every count follows from the same rows.
 */
export class RecognisedLevels1700000000140 implements MigrationInterface {
  name = 'RecognisedLevels1700000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Since when and until when it counted, and as what: [{from, until, skills, lastDay}]. Kept by a trigger alone, because
      -- a decision can be replaced and a badge can fall and be put right, and earlier days are asked about, too.
      ALTER TABLE external_credential ADD COLUMN counted jsonb NOT NULL DEFAULT '[]';
      UPDATE external_credential it SET counted = jsonb_build_array(jsonb_build_object('from', it.decided_at, 'until', NULL, ${SPAN}))
      WHERE it.outcome = 'RECOGNISED' AND it.verdict IN ('genuine-and-current', 'unknown-issuer', 'could-not-check');

      -- Either proved here, or recognised from elsewhere; then it says from whom, as known when it last changed.
      ALTER TABLE verified_level ALTER COLUMN credential_id DROP NOT NULL,
        ADD COLUMN external_credential_id uuid,
        ADD COLUMN badge_name text,
        ADD COLUMN recognised_from text,
        ADD CHECK (num_nonnulls(credential_id, external_credential_id) = 1),
        ADD CHECK ((external_credential_id IS NULL) = (badge_name IS NULL) AND (external_credential_id IS NULL) = (recognised_from IS NULL));
    `);
    await runner.query(SPANS);
    await runner.query(LEVELS);
    await runner.query(CHANGES);
    await runner.query(CELL);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED}, app_team_cell(uuid, uuid, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_team_cell(uuid, uuid, timestamptz) TO app_api, app_issuer;
      SELECT refresh_recognised_levels(array_agg(person_id), array_agg(id)),
        refresh_team_parts(array_agg(DISTINCT person_id)) FROM external_credential WHERE counted <> '[]' HAVING count(*) > 0;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Since when badges from elsewhere counted cannot be put back. Restore a dump instead.');
  }
}

const SPANS = `
  -- A badge that its issuer withdrew or suspended, that has ended or does not hold, counts for nothing whatever was decided;
  -- a site that does not answer says nothing against the badge that once stood there.
  CREATE FUNCTION keep_what_counted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  DECLARE
    it external_credential := NEW;
    spans jsonb := CASE WHEN TG_OP = 'UPDATE' THEN OLD.counted ELSE '[]' END;
    at timestamptz := CASE WHEN TG_OP = 'INSERT' THEN coalesce(NEW.decided_at, ${NOW}) ELSE ${NOW} END;
    counts jsonb := CASE WHEN it.outcome = 'RECOGNISED' AND it.verdict IN ('genuine-and-current', 'unknown-issuer', 'could-not-check')
      THEN jsonb_build_object(${SPAN}) END;
    is_open boolean := coalesce(spans #> '{-1,until}' = 'null', false);
  BEGIN
    IF NOT is_open OR counts IS DISTINCT FROM (spans -> -1) - 'from' - 'until' THEN
      IF is_open THEN spans := jsonb_set(spans, '{-1,until}', to_jsonb(greatest(at, (spans #>> '{-1,from}')::timestamptz))); END IF;
      IF counts IS NOT NULL THEN spans := spans || jsonb_build_array(jsonb_build_object('from', at, 'until', NULL) || counts); END IF;
    END IF;
    NEW.counted := spans;
    RETURN NEW;
  END $$;
  CREATE TRIGGER external_credential_counted BEFORE INSERT OR UPDATE ON external_credential
    FOR EACH ROW EXECUTE FUNCTION keep_what_counted();
`;

const LEVELS = `
  CREATE FUNCTION recognised_levels_of(externals uuid[])
    RETURNS TABLE (person_id uuid, skill_id uuid, ordinal int, external_credential_id uuid, verified_on timestamptz,
      valid_until timestamptz, stands_from timestamptz, stands_until timestamptz, badge_name text, recognised_from text)
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH given AS (
      SELECT it.*, CASE jsonb_typeof(it.document -> 'credentialSubject') WHEN 'array' THEN it.document #> '{credentialSubject,0}'
          ELSE it.document -> 'credentialSubject' END -> 'achievement' ->> 'name' AS achievement_name,
        coalesce(it.document #>> '{issuer,name}', it.document #>> '{issuer,id}', it.document ->> 'issuer') AS issuer_name
      FROM unnest(externals) AS wanted (id) JOIN external_credential it USING (id)
    ), span AS (
      SELECT given.id, given.person_id, (each ->> 'from')::timestamptz AS since,
        ((each ->> 'lastDay')::date + 1)::timestamp AT TIME ZONE 'UTC' AS ends, each -> 'skills' AS skills,
        tstzrange((each ->> 'from')::timestamptz, (each ->> 'until')::timestamptz) AS during,
        left(coalesce(nullif(given.achievement_name, ''), nullif(given.document ->> 'name', ''), 'A badge from elsewhere'), 300) AS badge_name,
        left(coalesce(provider.name, nullif(given.issuer_name, ''), 'elsewhere'), 300) AS recognised_from
      FROM given LEFT JOIN course_provider provider ON provider.id = given.provider_id, jsonb_array_elements(given.counted) AS each
    ), proved AS (
      SELECT span.*, (skill ->> 'skillId')::uuid AS skill_id, (skill ->> 'ordinal')::int AS ordinal
      FROM span, jsonb_array_elements(span.skills) AS skill
    ), counted AS (
      SELECT person_id, skill_id, ordinal, id, since, ends, during, badge_name, recognised_from FROM proved
      UNION ALL
      -- A level that its holder had converted counts in the other skill, too, from that moment on.
      SELECT proved.person_id, taken.to_skill_id, taken.to_ordinal, proved.id, proved.since, proved.ends,
        proved.during * tstzrange(taken.accepted_at, NULL), proved.badge_name, proved.recognised_from
      FROM proved JOIN accepted_conversion taken ON taken.person_id = proved.person_id
        AND taken.from_skill_id = proved.skill_id AND taken.from_ordinal = proved.ordinal
    )
    SELECT person_id, skill_id, ordinal, id, since, ends, lower(during), coalesce(upper(during), 'infinity'), badge_name, recognised_from
    FROM counted WHERE NOT isempty(during) $$;

  -- As refresh_verified_levels, for badges from elsewhere.
  CREATE FUNCTION refresh_recognised_levels(people uuid[], externals uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM FROM person WHERE id = ANY (people) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM verified_level USING unnest(people, externals) AS given (person_id, external_id)
    WHERE verified_level.person_id = given.person_id AND verified_level.external_credential_id = given.external_id;
    INSERT INTO verified_level (person_id, skill_id, ordinal, external_credential_id, verified_on, valid_until, stands_from, stands_until,
      badge_name, recognised_from) SELECT * FROM recognised_levels_of(externals);
  END $$;

  CREATE OR REPLACE FUNCTION rebuild_team_counts() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('manager lines'));
    TRUNCATE verified_level, manager_line, team_part, team_change, line_change, unit_change;
    PERFORM count_rows_anew();
    INSERT INTO verified_level (person_id, skill_id, ordinal, credential_id, verified_on, valid_until, stands_from, stands_until)
    SELECT * FROM verified_levels_of(ARRAY(SELECT id FROM credential));
    INSERT INTO verified_level (person_id, skill_id, ordinal, external_credential_id, verified_on, valid_until, stands_from, stands_until,
      badge_name, recognised_from) SELECT * FROM recognised_levels_of(ARRAY(SELECT id FROM external_credential));
    ANALYZE verified_level;
    INSERT INTO manager_line SELECT * FROM manager_lines_of(ARRAY(SELECT DISTINCT manager_id FROM employment WHERE manager_id IS NOT NULL));
    PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT person_id FROM employment));
    ANALYZE team_part, team_change, line_change, unit_change, manager_line;
  END $$;
`;

const CHANGES = `
  -- It was decided otherwise, its issuer withdrew it, or its holder was erased.
  CREATE FUNCTION standing_recognition_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE people uuid[]; externals uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(person_id), array_agg(id) INTO people, externals FROM new_rows WHERE counted <> '[]';
    ELSIF TG_OP = 'DELETE' THEN
      SELECT array_agg(person_id), array_agg(id) INTO people, externals FROM old_rows WHERE counted <> '[]';
    ELSE
      SELECT array_agg(new_rows.person_id), array_agg(id) INTO people, externals FROM new_rows JOIN old_rows USING (id)
      WHERE new_rows.counted <> '[]' AND (new_rows.counted, new_rows.document, new_rows.provider_id)
        IS DISTINCT FROM (old_rows.counted, old_rows.document, old_rows.provider_id);
    END IF;
    IF people IS NULL THEN RETURN NULL; END IF;
    PERFORM refresh_recognised_levels(people, externals);
    PERFORM refresh_team_parts(ARRAY(SELECT DISTINCT unnest(people)));
    RETURN NULL;
  END $$;
  CREATE TRIGGER external_credential_team_insert AFTER INSERT ON external_credential REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_recognition_changed();
  CREATE TRIGGER external_credential_team_update AFTER UPDATE ON external_credential REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_recognition_changed();
  CREATE TRIGGER external_credential_team_delete AFTER DELETE ON external_credential REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION standing_recognition_changed();

  CREATE OR REPLACE FUNCTION standing_conversions_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE people uuid[]; credentials uuid[]; holders uuid[]; recognised uuid[]; externals uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN holders := ARRAY(SELECT DISTINCT person_id FROM new_rows WHERE person_id IS NOT NULL);
    ELSE holders := ARRAY(SELECT DISTINCT person_id FROM old_rows WHERE person_id IS NOT NULL);
    END IF;
    -- First to wait for whoever writes credentials of theirs, then to read them.
    PERFORM FROM person WHERE id = ANY (holders) ORDER BY id FOR NO KEY UPDATE;
    SELECT array_agg(person_id), array_agg(id) INTO people, credentials FROM credential WHERE person_id = ANY (holders);
    SELECT array_agg(person_id), array_agg(id) INTO recognised, externals FROM external_credential
    WHERE person_id = ANY (holders) AND counted <> '[]';
    IF people IS NULL AND recognised IS NULL THEN RETURN NULL; END IF;
    IF people IS NOT NULL THEN PERFORM refresh_verified_levels(people, credentials); END IF;
    IF recognised IS NOT NULL THEN PERFORM refresh_recognised_levels(recognised, externals); END IF;
    PERFORM refresh_team_parts(holders);
    RETURN NULL;
  END $$;
`;

/** With who issued a badge from elsewhere; nothing else changed. */
const CELL = `
  DROP FUNCTION app_team_cell(uuid, uuid, timestamptz);
  CREATE FUNCTION app_team_cell(who uuid, about uuid, at timestamptz)
    RETURNS TABLE (layer text, ordinal int, since timestamptz, until timestamptz, achievement_name text, assessors int,
      credential_id uuid, recognised_from text, capacity text, observer_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT * FROM (
      SELECT CASE WHEN level.counts_until > at THEN 'VERIFIED' ELSE 'LAPSED' END AS layer,
        level.ordinal, level.verified_on AS since, level.valid_until, coalesce(version.name, level.badge_name),
        (award.plan #>> '{marking,assessors}')::int, credential.id, level.recognised_from, NULL::text, NULL::uuid
      FROM verified_level level LEFT JOIN credential ON credential.id = level.credential_id
      LEFT JOIN award ON award.id = credential.award_id
      LEFT JOIN achievement_version version ON version.id = credential.achievement_version_id
      WHERE level.person_id = who AND level.skill_id = about AND level.stands_from <= at AND level.stands_until > at
      UNION ALL
      SELECT 'OBSERVED', seen.ordinal, seen.observed_at, NULL, NULL, NULL, NULL, NULL, seen.capacity, seen.observer_id
      FROM (SELECT DISTINCT ON (it.observer_id) it.* FROM skill_observation it
        WHERE it.person_id = who AND it.skill_id = about AND it.observed_at <= at
          AND (it.withdrawn_at IS NULL OR it.withdrawn_at > at)
        ORDER BY it.observer_id, it.observed_at DESC) seen
      UNION ALL
      SELECT 'CLAIMED', said.ordinal, said.claimed_at, NULL, NULL, NULL, NULL, NULL, NULL, NULL
      FROM (SELECT it.* FROM skill_claim it WHERE it.person_id = who AND it.skill_id = about AND it.claimed_at <= at
        ORDER BY it.claimed_at DESC, it.id DESC LIMIT 1) said
      WHERE said.ordinal IS NOT NULL
    ) every WHERE EXISTS (SELECT FROM app_tree() tree WHERE tree.person_id = who)
    ORDER BY every.since DESC $$;
`;
