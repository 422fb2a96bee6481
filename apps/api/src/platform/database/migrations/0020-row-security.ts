import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that holds something about people, with what is not published yet. */
const TABLES = [
  'person',
  'employment',
  'org_unit',
  'role_grant',
  'demo_persona',
  'stored_file',
  'evidence_item',
  'submission',
  'submission_item',
  'evidence_link',
  'criterion_claim',
  'submission_snapshot',
  'submission_transition',
  'assessor_qualification',
  'marking_slot',
  'mark',
  'decision',
  'award',
  'status_place',
  'credential',
  'credential_subject',
  'share_grant',
  'notification',
  'audit_entry',
  'domain_event',
  'framework_import',
  'skill_framework',
  'achievement',
  'achievement_version',
];

/** Not even the owner of these looks in without being a superuser. The functions below need none of them. */
const FORCED = [
  'evidence_item',
  'submission_item',
  'evidence_link',
  'criterion_claim',
  'decision',
  'notification',
  'audit_entry',
  'domain_event',
  'framework_import',
];

/** The content of a framework version comes in with its import. */
const WRITTEN_ONCE = `skill, skill_revision, job_family, job_role, job_role_level, job_role_requirement, proficiency_scale,
        proficiency_level`;

const ME = '(SELECT app_person())';
const LASTS = 'starts_on <= current_date AND (ends_on IS NULL OR ends_on >= current_date)';
const REPORTS = '((SELECT app_reports())::uuid[])';

/** A role, for a row about this person and this achievement. Who holds none of the roles pays no question per row. */
function holds(about: string, achievement: string, ...roles: string[]): string {
  const names = roles.map((role) => `'${role}'`).join(', ');
  return `((SELECT app_holds_for(NULL, NULL, ${names}))
    OR ((SELECT app_holds(${names})) AND app_holds_for(${about}, ${achievement}, ${names})))`;
}
const directory = (about: string) => holds(about, 'NULL', 'ADMINISTRATOR', 'HR_DESIGNER', 'PROGRAMME_OWNER', 'AUDITOR');
const designer = (achievement: string) => holds('NULL', achievement, 'HR_DESIGNER', 'PROGRAMME_OWNER');
const appointer = holds('NULL', 'achievement_id', 'ASSESSMENT_LEAD', 'HR_DESIGNER', 'PROGRAMME_OWNER');
const operator = holds('person_id', 'achievement_id', 'PROGRAMME_OWNER', 'ADMINISTRATOR');

/** A grant to somebody within the writer's role, that reaches no further than that role. */
const ruled = `person_id <> ${ME} AND ${holds('person_id', 'NULL', 'ADMINISTRATOR')} AND app_holds_at(scope_unit_id, 'ADMINISTRATOR')`;

/** Somebody's own submission. */
const own = (more = '') =>
  `EXISTS (SELECT FROM submission it WHERE it.id = submission_id AND it.person_id = ${ME}${more})`;
const EDITABLE = ` AND it.state IN ('DRAFT', 'RETURNED')`;

/** A place of judgement that is somebody's, or was until it was handed in. */
const SLOT_HELD = `(assessor_id = ${ME} AND state IN ('LEASED', 'HANDED_IN') AND ${holds('candidate_id', 'achievement_id', 'ASSESSOR')})`;
/** One that waits for whoever may take it. Whom a hard rule stands against does not even see that there is something. */
const SLOT_WAITS = `(state IN ('OPEN', 'LEASED') AND achievement_id = ANY ((SELECT app_qualified_for())::uuid[])
  AND candidate_id <> ${ME} AND candidate_id <> ALL (${REPORTS}) AND candidate_id <> ALL ((SELECT app_managers())::uuid[])
  AND ${holds('candidate_id', 'achievement_id', 'ASSESSOR')})`;

/** table, who, for what, which rows, which rows may be written (null: the same). */
type Policy = [string, string, 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE', string | null, (string | null)?];

const POLICIES: Policy[] = [
  // Names stay readable for history; what else is told of a person is the business of fields.
  ['person', 'signed_in', 'SELECT', `${ME} IS NOT NULL`],
  ['person', 'added', 'INSERT', null, `(SELECT app_holds_in_units('ADMINISTRATOR'))`],
  ['person', 'changed', 'UPDATE', holds('id', 'NULL', 'ADMINISTRATOR')],
  ['employment', 'signed_in', 'SELECT', `${ME} IS NOT NULL AND ${LASTS}`],
  ['employment', 'own', 'SELECT', `person_id = ${ME}`],
  ['employment', 'manager', 'SELECT', `person_id = ANY (${REPORTS})`],
  ['employment', 'directory', 'SELECT', directory('person_id')],
  [
    'employment',
    'administrator',
    'ALL',
    holds('person_id', 'NULL', 'ADMINISTRATOR'),
    `(SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR')) OR app_holds_at(org_unit_id, 'ADMINISTRATOR')`,
  ],
  ['org_unit', 'signed_in', 'SELECT', `${ME} IS NOT NULL`],
  [
    'org_unit',
    'administrator',
    'ALL',
    `(SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR')) OR app_holds_at(id, 'ADMINISTRATOR')`,
    `(SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR')) OR app_holds_at(id, 'ADMINISTRATOR') OR app_holds_at(parent_id, 'ADMINISTRATOR')`,
  ],
  ['role_grant', 'own', 'SELECT', `person_id = ${ME}`],
  ['role_grant', 'directory', 'SELECT', directory('person_id')],
  // Nobody changes their own power, or gives and takes more of it than they hold.
  ['role_grant', 'granted', 'INSERT', null, ruled],
  ['role_grant', 'changed', 'UPDATE', ruled],

  ['stored_file', 'owner', 'ALL', `owner_id = ${ME}`],
  ['stored_file', 'assessor', 'SELECT', 'app_marks_file(id)'],
  ['evidence_item', 'owner', 'ALL', `person_id = ${ME}`],
  ['submission', 'candidate', 'ALL', `person_id = ${ME}`],
  ['submission', 'manager', 'SELECT', `person_id = ANY (${REPORTS})`],
  ['submission', 'assessor', 'SELECT', 'app_marks(id)'],
  ['submission', 'moved', 'UPDATE', 'app_marks(id)'],
  ['submission_item', 'candidate', 'SELECT', own()],
  [
    'submission_item',
    'written',
    'ALL',
    own(EDITABLE),
    `${own(EDITABLE)} AND EXISTS (SELECT FROM evidence_item item WHERE item.id = item_id)`,
  ],
  ['evidence_link', 'candidate', 'SELECT', own()],
  ['evidence_link', 'written', 'ALL', own(EDITABLE)],
  ['criterion_claim', 'candidate', 'SELECT', own()],
  ['criterion_claim', 'written', 'ALL', own(EDITABLE)],
  ['submission_snapshot', 'candidate', 'SELECT', own()],
  ['submission_snapshot', 'assessor', 'SELECT', 'app_marks_copy(id)'],
  ['submission_snapshot', 'handed_in', 'INSERT', null, own(EDITABLE)],
  ['submission_transition', 'candidate', 'SELECT', own()],
  [
    'submission_transition',
    'manager',
    'SELECT',
    `EXISTS (SELECT FROM submission it WHERE it.id = submission_id AND it.person_id = ANY (${REPORTS}))`,
  ],
  ['submission_transition', 'actor', 'INSERT', null, `actor_id = ${ME} AND (${own()} OR app_marks(submission_id))`],

  ['assessor_qualification', 'own', 'SELECT', `person_id = ${ME}`],
  ['assessor_qualification', 'appointer', 'SELECT', appointer],
  ['assessor_qualification', 'named', 'INSERT', null, `person_id <> ${ME} AND ${appointer}`],
  ['assessor_qualification', 'ended', 'UPDATE', appointer],
  ['marking_slot', 'assessor', 'SELECT', SLOT_HELD],
  ['marking_slot', 'queue', 'SELECT', SLOT_WAITS],
  [
    'marking_slot',
    'handed_in',
    'INSERT',
    null,
    `candidate_id = ${ME} AND state = 'OPEN' AND assessor_id IS NULL AND ${own()}`,
  ],
  ['marking_slot', 'taken', 'UPDATE', `${SLOT_HELD} OR ${SLOT_WAITS}`, `assessor_id = ${ME}`],
  [
    'mark',
    'assessor',
    'ALL',
    `assessor_id = ${ME}`,
    `assessor_id = ${ME} AND EXISTS (SELECT FROM marking_slot slot WHERE slot.id = slot_id AND slot.state = 'LEASED' AND slot.assessor_id = ${ME})`,
  ],
  ['decision', 'candidate', 'SELECT', `released_at IS NOT NULL AND ${own()}`],
  ['decision', 'assessor', 'SELECT', 'app_has_marked(submission_id)'],
  ['decision', 'made', 'INSERT', null, 'released_at IS NULL AND app_has_marked(submission_id)'],
  ['decision', 'released', 'UPDATE', 'app_has_marked(submission_id)', `released_by = ${ME}`],

  ['award', 'holder', 'SELECT', `person_id = ${ME}`],
  ['award', 'manager', 'SELECT', `person_id = ANY (${REPORTS})`],
  ['award', 'operator', 'SELECT', operator],
  [
    'award',
    'decided',
    'INSERT',
    null,
    `basis = 'DECISION' AND state = 'PENDING' AND EXISTS (SELECT FROM decision it JOIN submission ON submission.id = it.submission_id
       WHERE it.id = basis_id AND it.outcome = 'PASS' AND it.released_by = ${ME} AND submission.person_id = award.person_id)`,
  ],
  ['award', 'retried', 'UPDATE', operator],
  ['credential', 'holder', 'SELECT', `person_id = ${ME}`],
  ['credential', 'manager', 'SELECT', `person_id = ANY (${REPORTS})`],
  ['credential', 'link', 'SELECT', 'id = (SELECT app_shared_credential())'],
  [
    'share_grant',
    'holder',
    'ALL',
    `EXISTS (SELECT FROM credential it WHERE it.id = credential_id AND it.person_id = ${ME})`,
  ],
  [
    'share_grant',
    'link',
    'SELECT',
    'token = (SELECT app_share_token()) AND credential_id = (SELECT app_shared_credential())',
  ],
  [
    'share_grant',
    'opened',
    'UPDATE',
    'token = (SELECT app_share_token()) AND credential_id = (SELECT app_shared_credential())',
  ],

  ['notification', 'own', 'ALL', `person_id = ${ME}`],
  ['audit_entry', 'reader', 'SELECT', `(SELECT app_holds_for(NULL, NULL, 'ADMINISTRATOR', 'AUDITOR'))`],
  ['audit_entry', 'actor', 'INSERT', null, `actor_id IS NOT DISTINCT FROM ${ME} AND actor_kind <> 'system'`],
  ['domain_event', 'actor', 'INSERT', null, `actor_id IS NOT DISTINCT FROM ${ME}`],
  ['framework_import', 'designer', 'ALL', `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER'))`],
  ['skill_framework', 'published', 'SELECT', `state <> 'DRAFT'`],
  ['skill_framework', 'designer', 'ALL', `(SELECT app_holds_for(NULL, NULL, 'HR_DESIGNER'))`],
  ['achievement', 'designer', 'ALL', designer('id')],
  ['achievement_version', 'published', 'SELECT', `state <> 'DRAFT'`],
  ['achievement_version', 'designer', 'ALL', designer('achievement_id')],
];

const FUNCTIONS = `
  -- Whether this person acts here. The product itself may act for anybody.
  CREATE FUNCTION app_acts(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(who = app_person(), false) OR current_setting('role', true) = 'app_issuer' $$;
  -- The link that a stranger came by.
  CREATE FUNCTION app_share_token() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.share_token', true), '') $$;

  CREATE FUNCTION app_reports() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM employment WHERE manager_id = app_person() AND ${LASTS} $$;
  CREATE FUNCTION app_managers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT manager_id), '{}') FROM employment
    WHERE person_id = app_person() AND manager_id IS NOT NULL AND ${LASTS} $$;
  CREATE FUNCTION app_qualified_for() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(achievement_id), '{}') FROM assessor_qualification
    WHERE person_id = app_person() AND ended_at IS NULL $$;

  -- A role whose unit holds this unit, or that is limited to none.
  CREATE FUNCTION app_holds_at(unit uuid, VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    WITH RECURSIVE up AS (
      SELECT id, parent_id FROM org_unit WHERE id = unit
      UNION SELECT above.id, above.parent_id FROM up JOIN org_unit above ON above.id = up.parent_id
    )
    SELECT EXISTS (SELECT FROM role_grant JOIN person ON person.id = person_id
      WHERE person_id = app_person() AND app_is_with_us(person.active, person.last_day) AND role = ANY (roles)
        AND starts_at <= now() AND (ends_at IS NULL OR ends_at > now())
        AND scope_achievement_id IS NULL AND (scope_unit_id IS NULL OR scope_unit_id IN (SELECT id FROM up))) $$;

  -- Holds a place of judgement on this submission, or has handed in a mark from it.
  CREATE FUNCTION app_marks(submission uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot slot WHERE slot.submission_id = submission AND slot.assessor_id = app_person()
      AND slot.state IN ('LEASED', 'HANDED_IN') AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR')) $$;
  CREATE FUNCTION app_has_marked(submission uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot slot WHERE slot.submission_id = submission AND slot.assessor_id = app_person()
      AND slot.state = 'HANDED_IN' AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR')) $$;
  -- Whose lease ran out while writing keeps sight of what the words are about.
  CREATE FUNCTION app_marks_copy(snapshot uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM marking_slot slot WHERE slot.snapshot_id = snapshot AND slot.state <> 'CANCELLED'
      AND (slot.assessor_id = app_person() AND slot.state IN ('LEASED', 'HANDED_IN')
           OR EXISTS (SELECT FROM mark WHERE mark.slot_id = slot.id AND mark.assessor_id = app_person()))
      AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR')) $$;
  -- By way of the file's owner: else every copy that somebody ever marked would be opened to look for it.
  CREATE FUNCTION app_marks_file(file uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM stored_file JOIN marking_slot slot ON slot.candidate_id = stored_file.owner_id
      JOIN submission_snapshot taken ON taken.id = slot.snapshot_id
      WHERE stored_file.id = file AND slot.assessor_id = app_person() AND slot.state IN ('LEASED', 'HANDED_IN')
        AND taken.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('fileId', file::text)))
        AND app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR')) $$;
  -- What the link opens now. Ended and revoked links open nothing.
  CREATE FUNCTION app_shared_credential() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT credential_id FROM share_grant WHERE token = app_share_token() AND revoked_at IS NULL
      AND (expires_at IS NULL OR expires_at > now()) $$;

  -- What follows tells or does one thing for somebody who may not see the rows behind it.
  CREATE FUNCTION app_slot_eligibility(who uuid, slots uuid[])
    RETURNS TABLE (id uuid, "qualifiedAs" text, covered boolean, "isCandidate" boolean, "managesCandidate" boolean, "managedByCandidate" boolean, held int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT slot.id,
      (SELECT basis FROM assessor_qualification WHERE achievement_id = slot.achievement_id AND person_id = who AND ended_at IS NULL),
      app_holds_for(slot.candidate_id, slot.achievement_id, 'ASSESSOR'),
      slot.candidate_id = who,
      EXISTS (SELECT FROM employment WHERE person_id = slot.candidate_id AND manager_id = who AND ${LASTS}),
      EXISTS (SELECT FROM employment WHERE person_id = who AND manager_id = slot.candidate_id AND ${LASTS}),
      (SELECT count(*)::int FROM marking_slot WHERE assessor_id = who AND state = 'LEASED' AND lease_until > now())
    FROM marking_slot slot WHERE slot.id = ANY (slots) AND app_acts(who)
      AND (slot.state IN ('OPEN', 'LEASED') OR slot.assessor_id = who) $$;
  CREATE FUNCTION app_free_slots() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM marking_slot WHERE (state = 'OPEN' OR state = 'LEASED' AND lease_until <= now())
      AND ((SELECT app_holds_for(NULL, NULL, 'ASSESSOR')) OR app_holds_for(candidate_id, achievement_id, 'ASSESSOR')) $$;
  CREATE FUNCTION app_put_back(slot uuid, reason text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET state = 'OPEN', assessor_id = NULL, lease_until = NULL, back_in_queue = true, put_back_reason = reason
    WHERE id = slot AND state = 'LEASED' AND app_acts(assessor_id) $$;
  CREATE FUNCTION app_cancel_slots(submission uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE marking_slot SET state = 'CANCELLED', assessor_id = NULL
    WHERE submission_id = submission AND state IN ('OPEN', 'ALLOCATED') AND app_acts(candidate_id) $$;
  -- How many hold what, never who.
  CREATE FUNCTION app_holders(versions uuid[], at timestamptz) RETURNS TABLE (id uuid, holders int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT achievement_version_id, count(DISTINCT person_id)::int FROM credential
    WHERE achievement_version_id = ANY (versions) AND status = 'ACTIVE' AND (valid_until IS NULL OR valid_until > at)
    GROUP BY 1 $$;
  -- What credentials call a person: one random id for all of them.
  CREATE FUNCTION app_subject_of(who uuid, fresh uuid) RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO credential_subject (person_id, subject_id) VALUES (who, fresh) ON CONFLICT (person_id) DO NOTHING;
    SELECT subject_id FROM credential_subject WHERE person_id = who $$;
  -- The first of these places that nobody has, in a list that is not full; null when all are taken.
  CREATE FUNCTION app_draw_place(award uuid, places int[], full_at int) RETURNS TABLE (list_id int, place int)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE open_list int; each int;
    BEGIN
      SELECT id INTO open_list FROM status_list list
        WHERE (SELECT count(*) FROM status_place taken WHERE taken.list_id = list.id) < full_at ORDER BY id DESC LIMIT 1;
      IF open_list IS NULL THEN
        SELECT coalesce(max(id), 0) + 1 INTO open_list FROM status_list;
        -- Two awards may find no open list at once; the second uses the one that the first made.
        INSERT INTO status_list (id) VALUES (open_list) ON CONFLICT DO NOTHING;
      END IF;
      FOREACH each IN ARRAY places LOOP
        INSERT INTO status_place (list_id, place, award_id) VALUES (open_list, each, award) ON CONFLICT DO NOTHING;
        IF FOUND THEN RETURN QUERY SELECT open_list, each; RETURN; END IF;
      END LOOP;
    END $$;
`;

const CALLED = [
  'app_reports()',
  'app_managers()',
  'app_qualified_for()',
  'app_holds_at(uuid, text[])',
  'app_marks(uuid)',
  'app_has_marked(uuid)',
  'app_marks_copy(uuid)',
  'app_marks_file(uuid)',
  'app_shared_credential()',
  'app_slot_eligibility(uuid, uuid[])',
  'app_free_slots()',
  'app_put_back(uuid, text)',
  'app_cancel_slots(uuid)',
  'app_holders(uuid[], timestamptz)',
  'app_subject_of(uuid, uuid)',
  'app_draw_place(uuid, int[], int)',
].join(', ');

/**
 * Who sees and writes which row, said once more where no code of ours can forget it. Written from what the product
 * promises and not from the policies in TypeScript; a test compares the two on invented organisations.
 * Request transactions have a person, or a link, or nothing; without either there is no row about anybody.
 */
export class RowSecurity1700000000020 implements MigrationInterface {
  name = 'RowSecurity1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    await runner.query(`
      REVOKE EXECUTE ON FUNCTION ${CALLED} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${CALLED} TO app_api, app_issuer;
    `);
    for (const table of TABLES)
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_product ON ${table} TO app_issuer USING (true) WITH CHECK (true);
      `);
    for (const table of FORCED) await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    for (const [table, who, command, using, check] of POLICIES)
      await runner.query(
        `CREATE POLICY ${table}_${who} ON ${table} FOR ${command} TO app_api
           ${using === null ? '' : `USING (${using})`} ${check ? `WITH CHECK (${check})` : ''}`,
      );
    await runner.query(`
      -- Nobody is unmade, what was published or begun is not removed, and what has no row to show needs no way in.
      REVOKE DELETE ON person, organisation, achievement_version, skill_framework, framework_import FROM app_api, app_issuer;
      REVOKE UPDATE ON organisation FROM app_api;
      REVOKE UPDATE, DELETE ON ${WRITTEN_ONCE} FROM app_api, app_issuer;
      REVOKE UPDATE, DELETE ON demo_persona, credential_subject FROM app_issuer;
      REVOKE ALL ON demo_persona, status_place, credential_subject FROM app_api;
      REVOKE INSERT ON status_list FROM app_api;
      -- Of a link only its end and its number of openings change.
      REVOKE UPDATE ON share_grant FROM app_api;
      GRANT UPDATE (revoked_at, views) ON share_grant TO app_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, who] of POLICIES) await runner.query(`DROP POLICY ${table}_${who} ON ${table}`);
    for (const table of TABLES)
      await runner.query(`
        DROP POLICY ${table}_product ON ${table};
        ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
      `);
    await runner.query(`
      DROP FUNCTION ${CALLED}, app_acts(uuid), app_share_token();
      GRANT DELETE ON person, organisation, achievement_version, skill_framework, framework_import TO app_api, app_issuer;
      GRANT UPDATE ON organisation TO app_api;
      GRANT UPDATE, DELETE ON ${WRITTEN_ONCE}, demo_persona, credential_subject TO app_api, app_issuer;
      GRANT SELECT, INSERT, UPDATE, DELETE ON demo_persona, credential_subject TO app_api;
      GRANT SELECT, INSERT ON status_place TO app_api;
      GRANT INSERT ON status_list TO app_api;
      GRANT UPDATE ON share_grant TO app_api;
    `);
  }
}
