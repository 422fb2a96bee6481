import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_COPY = `taken.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('fileId', file::text)))`;
const HOLDS_IT = `EXISTS (SELECT FROM stored_file JOIN marking_slot slot ON slot.candidate_id = stored_file.owner_id
  JOIN submission_snapshot taken ON taken.id = slot.snapshot_id
  WHERE stored_file.id = file AND slot.assessor_id = app_person() AND slot.state IN ('LEASED', 'HANDED_IN')
    AND ${IN_COPY} AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR'))`;
const LEADS_IT = `(SELECT app_holds('ASSESSMENT_LEAD')) AND EXISTS (SELECT FROM stored_file
  JOIN submission it ON it.person_id = stored_file.owner_id JOIN submission_snapshot taken ON taken.submission_id = it.id
  WHERE stored_file.id = file AND app_leads(it.id) AND ${IN_COPY})`;

/** Whoever decides about a submission opens the files of the copy that they read: a lead as an assessor. */
export class EvidenceOfCases1700000000059 implements MigrationInterface {
  name = 'EvidenceOfCases1700000000059';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app_marks_file(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$ SELECT ${HOLDS_IT} OR (${LEADS_IT}) $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION app_marks_file(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$ SELECT ${HOLDS_IT} $$;
    `);
  }
}
