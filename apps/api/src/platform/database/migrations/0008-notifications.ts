import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told in the portal. */
export class Notifications1700000000008 implements MigrationInterface {
  name = 'Notifications1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL,
        -- Finished English, so that it can be read anywhere; kind and subjects are enough to say it in another language.
        title text NOT NULL,
        body text NOT NULL,
        subjects jsonb NOT NULL,
        path text,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CHECK (path IS NULL OR path LIKE '/%')
      );
      CREATE INDEX notification_person ON notification (person_id, created_at DESC, id DESC);
      CREATE INDEX notification_unread ON notification (person_id) WHERE read_at IS NULL;
      REVOKE INSERT, DELETE ON notification FROM app_api;
      REVOKE DELETE ON notification FROM app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notification');
  }
}
