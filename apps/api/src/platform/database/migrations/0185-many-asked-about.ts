import type { MigrationInterface, QueryRunner } from 'typeorm';

const NO_SKILL = "'00000000-0000-0000-0000-000000000000'";
const LAYERS = 'app_team_layers(uuid[], uuid[], timestamptz)';
const [ONE_BY_ONE, AS_FITS] = ['JOIN app_below(people) below', 'JOIN app_these_below(people) below'];

/**
 * Who is asked about is followed upwards one by one, which is right for a dozen of ten thousand. A map of everybody below asks
 * about all of them: there one walk down costs half as much, and how many stand below is counted already.
 */
export class ManyAskedAbout1700000000185 implements MigrationInterface {
  name = 'ManyAskedAbout1700000000185';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As app_below, and maybe others who stand below: to be joined with those who are asked about.
      CREATE FUNCTION app_these_below(people uuid[]) RETURNS TABLE (person_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        BEGIN
          -- Half the walk down or more is asked about: by main jobs alone it is counted, which is near enough to choose by.
          IF cardinality(people) > 100 AND cardinality(people) * 2 >= (
              SELECT coalesce(sum(it.change), 0) FROM line_change it
              WHERE it.manager_id = app_person() AND it.skill_id = ${NO_SKILL} AND it.at <= now()) THEN
            RETURN QUERY SELECT tree.person_id FROM app_tree() tree;
          ELSE
            RETURN QUERY SELECT below.person_id FROM app_below(people) below;
          END IF;
        END $$;
      REVOKE EXECUTE ON FUNCTION app_these_below(uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app_these_below(uuid[]) TO app_api, app_issuer;
    `);
    await replaceIn(runner, ONE_BY_ONE, AS_FITS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceIn(runner, AS_FITS, ONE_BY_ONE);
    await runner.query('DROP FUNCTION app_these_below(uuid[])');
  }
}

/** The layers of a map, with the question who stands below asked otherwise. */
async function replaceIn(runner: QueryRunner, old: string, now: string): Promise<void> {
  const [found] = (await runner.query(`SELECT pg_get_functiondef('${LAYERS}'::regprocedure) AS text`)) as {
    text: string;
  }[];
  const text = found?.text.replace(old, now);
  if (!text || text === found?.text) throw new Error(`${LAYERS} does not say: ${old}`);
  await runner.query(text);
}
