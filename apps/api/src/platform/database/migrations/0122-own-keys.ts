import type { MigrationInterface, QueryRunner } from 'typeorm';

const ME = '(SELECT app_person())';

/** The keys that somebody put in the place of the printed ones: theirs at whatever desk they sit, and nobody else's business. */
export class OwnKeys1700000000122 implements MigrationInterface {
  name = 'OwnKeys1700000000122';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE own_keys (
        person_id uuid PRIMARY KEY REFERENCES person,
        single boolean NOT NULL,
        own jsonb NOT NULL CHECK (jsonb_typeof(own) = 'object' AND octet_length(own::text) <= 4000)
      );
      ALTER TABLE own_keys ENABLE ROW LEVEL SECURITY;
      CREATE POLICY issuer ON own_keys FOR ALL TO app_issuer USING (true) WITH CHECK (true);
      CREATE POLICY own ON own_keys FOR ALL TO app_api USING (person_id = ${ME}) WITH CHECK (person_id = ${ME});
      REVOKE DELETE ON own_keys FROM app_api, app_issuer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE own_keys');
  }
}
