import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';
const ADMINISTERS = `(SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR'))`;

/** Mail that waits to be sent, how people want to be told of things, and when each notification is due by mail. */
export class Mail1700000000038 implements MigrationInterface {
  name = 'Mail1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        to_address text NOT NULL,
        to_person_id uuid REFERENCES person,
        state text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        attempts int NOT NULL,
        problem text,
        CHECK ((state = 'SENT') = (sent_at IS NOT NULL))
      );
      CREATE INDEX mail_newest ON mail (created_at DESC, id DESC);
      CREATE INDEX mail_unsent ON mail (state) WHERE state <> 'SENT';

      -- What a mail says, until it was sent. Links in it let people in, so nobody reads it here.
      CREATE TABLE mail_letter (
        mail_id uuid PRIMARY KEY REFERENCES mail,
        subject text NOT NULL,
        body_text text NOT NULL,
        body_html text NOT NULL
      );

      CREATE TABLE notification_preference (
        person_id uuid NOT NULL REFERENCES person,
        topic text NOT NULL,
        rhythm text NOT NULL CHECK (rhythm IN ('NOW', 'DAILY', 'WEEKLY', 'OFF')),
        PRIMARY KEY (person_id, topic)
      );

      -- Null: not by mail.
      ALTER TABLE notification ADD topic text, ADD mail_due_at timestamptz, ADD mail_id uuid REFERENCES mail;
      CREATE INDEX notification_mail_due ON notification (mail_due_at) WHERE mail_due_at IS NOT NULL AND mail_id IS NULL;

      ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mail_letter ENABLE ROW LEVEL SECURITY;
      ALTER TABLE notification_preference ENABLE ROW LEVEL SECURITY;
      CREATE POLICY issuer ON mail FOR ALL TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY issuer ON mail_letter FOR ALL TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY issuer ON notification_preference FOR ALL TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY read ON mail FOR SELECT TO app_api USING (${ADMINISTERS});
      CREATE POLICY written ON mail FOR INSERT TO app_api WITH CHECK (state = 'WAITING');
      CREATE POLICY again ON mail FOR UPDATE TO app_api USING (${ADMINISTERS} AND state = 'FAILED') WITH CHECK (state = 'WAITING');
      CREATE POLICY written ON mail_letter FOR INSERT TO app_api WITH CHECK (true);
      CREATE POLICY own ON notification_preference FOR ALL TO app_api USING (person_id = ${ME}) WITH CHECK (person_id = ${ME});
      REVOKE DELETE ON mail FROM app_api, app_issuer;
      REVOKE SELECT, UPDATE, DELETE ON mail_letter FROM app_api;
      REVOKE UPDATE ON mail_letter FROM app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification DROP COLUMN mail_id, DROP COLUMN mail_due_at, DROP COLUMN topic;
      DROP TABLE notification_preference, mail_letter, mail;
    `);
  }
}
