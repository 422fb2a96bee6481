import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Achievements that are earned through others, and how a cut score was set. */
export class Stacks1700000000025 implements MigrationInterface {
  name = 'Stacks1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE achievement_version
        ADD stack_rule jsonb,
        ADD cut_score_setting jsonb,
        ADD angoff_panel jsonb,
        DROP CONSTRAINT achievement_version_route_check,
        ADD CONSTRAINT achievement_version_route_check
          CHECK (route IN ('PORTFOLIO', 'OBSERVATION', 'COMPLETION', 'PRIOR_LEARNING', 'STACK')),
        ADD CONSTRAINT achievement_version_stack_rule CHECK ((route = 'STACK') = (stack_rule IS NOT NULL));
      CREATE INDEX achievement_version_stacks ON achievement_version (achievement_id) WHERE stack_rule IS NOT NULL;

      -- What marks of an achievement gave, for those who design it: no words, and nobody's name.
      CREATE FUNCTION app_marks_given(achievement uuid)
        RETURNS TABLE ("versionId" uuid, levels jsonb, overall text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT slot.achievement_version_id,
          (SELECT jsonb_agg(jsonb_build_object('criterionId', given ->> 'criterionId', 'level', given -> 'level'))
           FROM jsonb_array_elements(mark.criteria) given),
          mark.overall
        FROM marking_slot slot JOIN mark ON mark.slot_id = slot.id
        WHERE slot.achievement_id = achievement AND mark.handed_in_at IS NOT NULL AND mark.overall IS NOT NULL
          AND app_holds_for(NULL, achievement, 'HR_DESIGNER', 'PROGRAMME_OWNER') $$;
      REVOKE EXECUTE ON FUNCTION app_marks_given(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_marks_given(uuid) TO app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION app_marks_given(uuid);
      DROP INDEX achievement_version_stacks;
      ALTER TABLE achievement_version DROP CONSTRAINT achievement_version_stack_rule,
        DROP stack_rule, DROP cut_score_setting, DROP angoff_panel;
    `);
  }
}
