import type { MigrationInterface, QueryRunner } from 'typeorm';

/** To whom a holder sent a link by mail, and when; seen by the holder alone, and gone when the holder is erased. */
export class SentLinks1700000000141 implements MigrationInterface {
  name = 'SentLinks1700000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- [{address, at}], the newest last.
      ALTER TABLE share_grant ADD COLUMN sent jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_array_length(sent) <= 20);
      GRANT UPDATE (sent) ON share_grant TO app_api;

      CREATE FUNCTION forget_sent_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE share_grant SET sent = '[]' WHERE credential_id = NEW.id AND sent <> '[]';
        RETURN NULL;
      END $$;
      CREATE TRIGGER credential_sent_links AFTER UPDATE OF document ON credential FOR EACH ROW
        WHEN (NEW.document = '' AND OLD.document <> '') EXECUTE FUNCTION forget_sent_links();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER credential_sent_links ON credential;
      DROP FUNCTION forget_sent_links();
      ALTER TABLE share_grant DROP COLUMN sent;
    `);
  }
}
