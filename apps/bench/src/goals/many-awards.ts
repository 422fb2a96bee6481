import pg from 'pg';
import type { OwnProduct } from '../product/own-product.js';

/** How long nobody may touch an award before the reconciler takes it for forgotten, and then some. */
const FORGOTTEN = "interval '3 minutes'";

/**
 * Awards in the image of one that was made by hand, each with a person, a place in the status list and its own plan: what
 * the product writes when it decides, waiting to be signed. From one to three pieces of evidence each.
 */
export async function manyAwards(product: OwnProduct, many: number, batch: number): Promise<void> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    // In the image of what passed every check: none is asked ten thousand times.
    await client.query(`SET session_replication_role = replica`);
    await client.query(
      `CREATE TEMP TABLE many AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS person_id,
         gen_random_uuid() AS credential_id, gen_random_uuid() AS subject_id, ($2 + n) % 131072 AS place
       FROM generate_series(1, $1) AS series (n)`,
      [many, batch * 20_000],
    );
    await client.query(
      `INSERT INTO person (id, display_name, email, created_at)
       SELECT person_id, 'Holder ' || n, 'holder' || n || '.' || $1 || '@example.org', now() FROM many`,
      [batch],
    );
    await client.query('INSERT INTO credential_subject (person_id, subject_id) SELECT person_id, subject_id FROM many');
    await client.query(
      `INSERT INTO award SELECT (jsonb_populate_record(it, jsonb_build_object('id', many.id, 'person_id', many.person_id,
         'basis', 'BULK', 'basis_id', gen_random_uuid(), 'state', 'PENDING', 'attempts', 0, 'last_tried_at', NULL,
         'created_at', now() - ${FORGOTTEN}, 'plan', it.plan || jsonb_build_object(
           'credentialId', 'urn:uuid:' || many.credential_id,
           'subject', jsonb_build_object('id', 'urn:uuid:' || many.subject_id, 'name', 'Holder ' || n),
           'validFrom', to_char(now() - n * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
           'status', jsonb_build_object('list', it.plan #>> '{status,list}', 'index', many.place),
           'evidence', (SELECT jsonb_agg(jsonb_build_object('kind', 'File', 'madeOn', '2026-06-10',
              'sha256', encode(sha256(convert_to(many.n || ' ' || piece, 'UTF8')), 'hex'))) FROM generate_series(0, many.n % 3) piece))))).*
       FROM many, award it WHERE it.id = (SELECT id FROM award WHERE state = 'ISSUED' ORDER BY created_at, id LIMIT 1)`,
    );
    await client.query(
      `INSERT INTO status_place SELECT (jsonb_populate_record(it, jsonb_build_object('place', many.place, 'award_id', many.id))).*
       FROM many, status_place it WHERE (it.list_id, it.place) = (SELECT list_id, place FROM status_place ORDER BY 1, 2 LIMIT 1) ON CONFLICT DO NOTHING`,
    );
    await client.query('ANALYZE award, person, status_place, credential');
  } finally {
    await client.end();
  }
}
