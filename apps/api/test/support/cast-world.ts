import fc from 'fast-check';
import type { World } from './invented-world.js';

/** Everybody there is to Cleo, whose things this is about. Every class of actors of the access matrix, and the roles besides. */
export const ACTORS = [
  'anonymous',
  'unknownToken',
  'self',
  'colleague',
  'manager',
  'skipManager',
  'otherManager',
  'formerManager',
  'assignedAssessor',
  'formerAssessor',
  'unassignedAssessor',
  'conflictedAssessor',
  'unitAssessor',
  'hrInScope',
  'hrOutOfScope',
  'designer',
  'lead',
  'owner',
  'administrator',
  'unitAdministrator',
  'otherAdministrator',
  'issuanceAdministrator',
  'auditor',
  'leaver',
] as const;
export type Actor = (typeof ACTORS)[number];

/** The person behind an actor; strangers are nobody. */
export const personOf = (actor: Actor): string | null =>
  actor === 'anonymous' || actor === 'unknownToken' ? null : idOf(actor);

/** The same word, the same id: rows of this world are known by name. */
export function idOf(name: string): string {
  const place = NAMES.indexOf(name);
  const number = place < 0 ? NAMES.push(name) : place + 1;
  return `00000000-0000-4000-9000-${number.toString(16).padStart(12, '0')}`;
}
const NAMES: string[] = [];
export const nameOf = (id: string): string =>
  id.startsWith('00000000-0000-4000-9000-') ? (NAMES[Number.parseInt(id.slice(-12), 16) - 1] ?? id) : id;

const ROLES: Partial<Record<Actor, [role: string, unit?: string, achievement?: string][]>> = {
  assignedAssessor: [['ASSESSOR']],
  formerAssessor: [['ASSESSOR']],
  unassignedAssessor: [['ASSESSOR']],
  conflictedAssessor: [['ASSESSOR']],
  unitAssessor: [['ASSESSOR', 'elsewhere']],
  hrInScope: [['HR_DESIGNER', 'works']],
  hrOutOfScope: [['HR_DESIGNER', 'elsewhere']],
  designer: [['HR_DESIGNER']],
  lead: [['ASSESSMENT_LEAD']],
  owner: [['PROGRAMME_OWNER', undefined, 'welding']],
  administrator: [['ADMINISTRATOR']],
  unitAdministrator: [['ADMINISTRATOR', 'works']],
  otherAdministrator: [['ADMINISTRATOR', 'elsewhere']],
  // Under a limit to an achievement only issuance is left of the role.
  issuanceAdministrator: [['ADMINISTRATOR', undefined, 'welding']],
  auditor: [['AUDITOR']],
  leaver: [['ADMINISTRATOR']],
};

/** One small organisation by hand, with a row of every kind in every state that a rule looks at. */
export function castWorld(now: Date): World {
  const rows: World['rows'] = {};
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
  const hour = (offset = -48) => new Date(now.getTime() + offset * 3_600_000).toISOString();
  const put = (table: string, row: Record<string, unknown>) => (rows[table] ??= []).push(row);
  const add = (table: string, name: string, row: Record<string, unknown>) => put(table, { id: idOf(name), ...row });

  add('org_unit', 'company', { name: 'Company', parent_id: null });
  add('org_unit', 'works', { name: 'Works', parent_id: idOf('company') });
  add('org_unit', 'welders', { name: 'Welders', parent_id: idOf('works') });
  add('org_unit', 'elsewhere', { name: 'Elsewhere', parent_id: idOf('company') });

  const people = ACTORS.filter((actor) => personOf(actor) !== null);
  for (const actor of [...people, 'stayed', 'shutOut'])
    add('person', actor, {
      ...{ display_name: actor, email: `${actor}@example.org`, active: actor !== 'shutOut', created_at: hour() },
      last_day: actor === 'leaver' ? day(-1) : null,
    });
  const works = (
    name: string,
    person: string,
    unit: string,
    manager: string | null,
    from = -100,
    to: number | null = null,
  ) =>
    add('employment', name, {
      ...{ person_id: idOf(person), job_title: 'Welder', org_unit_id: idOf(unit), is_primary: true },
      manager_id: manager && idOf(manager),
      starts_on: day(from),
      ends_on: to === null ? null : day(to),
    });
  works('job before', 'self', 'elsewhere', 'formerManager', -100, -11);
  works('job', 'self', 'welders', 'manager', -10, 9);
  works('job planned', 'self', 'welders', 'otherManager', 10);
  works('job of manager', 'manager', 'works', 'skipManager');
  works('job of another', 'stayed', 'elsewhere', 'otherManager');
  works('job of conflicted', 'conflictedAssessor', 'welders', 'self');

  for (const [actor, roles] of Object.entries(ROLES))
    for (const [role, unit, achievement] of roles)
      add('role_grant', `${role} of ${actor}`, {
        ...{
          person_id: idOf(actor),
          role,
          starts_at: hour(),
          granted_at: hour(),
          origin: 'PERSON',
          approval: 'NOT_NEEDED',
        },
        scope_unit_id: unit ? idOf(unit) : null,
        scope_achievement_id: achievement ? idOf(achievement) : null,
      });
  const grant = (name: string, more: Record<string, unknown>) =>
    add('role_grant', name, {
      ...{
        person_id: idOf('self'),
        role: 'ASSESSMENT_LEAD',
        granted_at: hour(),
        origin: 'PERSON',
        scope_unit_id: idOf('welders'),
      },
      ...{ starts_at: null, approval: 'SECOND_PERSON', ...more },
    });
  grant('grant proposed', { granted_by: idOf('designer') });
  grant('grant in force', { starts_at: hour(), approval: 'NOT_NEEDED', granted_by: idOf('administrator') });

  for (const achievement of ['welding', 'soldering']) {
    add('achievement', achievement, { created_at: hour() });
    const version = (name: string, number: number, state: string) =>
      add('achievement_version', name, {
        ...{ achievement_id: idOf(achievement), number, state, revision: 1, name: achievement, description: '' },
        ...{
          outcomes: [],
          rubric: { criteria: [] },
          evidence_asked: [],
          cut_score: 0.5,
          route: 'PORTFOLIO',
          author_ids: [],
        },
        ...{ marking_policy: 'SINGLE', descriptors: {}, created_at: hour() },
        published_at: state === 'DRAFT' ? null : hour(),
        ...(state === 'RETIRED' && { retired_at: hour(), retired_by: idOf('designer'), retired_reason: 'Over' }),
      });
    version(`${achievement} 1`, 1, achievement === 'welding' ? 'SUPERSEDED' : 'RETIRED');
    version(`${achievement} 2`, 2, 'PUBLISHED');
    version(`${achievement} 3`, 3, 'DRAFT');
  }
  for (const person of [
    'assignedAssessor',
    'formerAssessor',
    'unassignedAssessor',
    'conflictedAssessor',
    'unitAssessor',
  ])
    add('assessor_qualification', `qualification of ${person}`, {
      ...{ achievement_id: idOf('welding'), person_id: idOf(person), basis: 'FOUNDER', since: day(-30) },
    });

  for (const file of ['file in copy', 'file kept'])
    add('stored_file', file, {
      ...{ owner_id: idOf('self'), purpose: 'evidence', name: 'a.png', media_type: 'image/png', bytes: 1, sha256: '0' },
      created_at: hour(),
    });
  put('file_preview', {
    ...{ file_id: idOf('file in copy'), state: 'IMPOSSIBLE', pages: [], page_count: 0, active_content: false },
    made_at: hour(),
  });
  const item = { person_id: idOf('self'), title: 'A', note: '', created_at: hour(), revision: 1 };
  add('evidence_item', 'item', { ...item, kind: 'FILE', file_id: idOf('file in copy') });
  add('evidence_item', 'item two', { ...item, kind: 'TEXT', text: 'Mine too' });
  add('evidence_item', 'item of another', { ...item, person_id: idOf('colleague'), kind: 'TEXT', text: 'Mine' });

  const submission = (name: string, state: string, achievement = 'welding', attempt_no = 1) => {
    add('submission', name, {
      ...{
        person_id: idOf('self'),
        achievement_version_id: idOf(`${achievement} 2`),
        achievement_id: idOf(achievement),
      },
      ...{ attempt_no, state, revision: 1, created_at: hour(), saved_at: hour() },
    });
    put('submission_item', { submission_id: idOf(name), item_id: idOf('item'), letter: 'A' });
    put('evidence_link', { submission_id: idOf(name), item_id: idOf('item'), criterion_id: 'c', reflection: 'So' });
    put('criterion_claim', { submission_id: idOf(name), criterion_id: 'c', claimed_level: 1, not_evidenced: false });
    add('submission_transition', `step of ${name}`, {
      ...{ submission_id: idOf(name), at: hour(), from_state: null, to_state: 'DRAFT', actor_id: idOf('self') },
      actor_role: 'CANDIDATE',
    });
  };
  const slot = (of: string, state: string, assessor: string | null, lease: number | null = null) => {
    add('submission_snapshot', `copy of ${of}`, {
      ...{ submission_id: idOf(of), number: 1, taken_at: hour(), digest: '0' },
      content: { items: [{ itemId: idOf('item'), fileId: idOf('file in copy') }], criteria: [] },
    });
    add('marking_slot', `slot of ${of}`, {
      ...{ submission_id: idOf(of), snapshot_id: idOf(`copy of ${of}`), achievement_version_id: idOf('welding 2') },
      ...{ achievement_id: idOf('welding'), achievement_name: 'welding', candidate_id: idOf('self') },
      ...{ candidate_code: 'ABCD', purpose: 'FIRST', state, attempt_no: 1, criteria_count: 1, item_count: 1 },
      ...{ submitted_at: hour(), due_at: hour(), assessor_id: assessor && idOf(assessor), back_in_queue: false },
      lease_until: lease === null ? null : hour(lease),
    });
  };
  const mark = (of: string, by: string) =>
    add('mark', `mark of ${by} on ${of}`, {
      ...{
        slot_id: idOf(`slot of ${of}`),
        assessor_id: idOf(by),
        revision: 1,
        saved_at: hour(),
        criteria: [],
        rules: {},
      },
      seen_letters: [],
    });
  const decision = (of: string, by: string, released: boolean) =>
    add('decision', `decision on ${of}`, {
      ...{
        submission_id: idOf(of),
        sequence: 1,
        cause: 'MARKING',
        mark_id: idOf(`mark of ${by} on ${of}`),
        outcome: 'PASS',
      },
      ...{ score: 1, criteria: [], overall_comment: '', decided_at: hour() },
      ...{ released_at: released ? hour() : null, released_by: released ? idOf(by) : null },
    });
  submission('draft', 'DRAFT', 'soldering');
  submission('queued', 'QUEUED', 'welding', 4);
  slot('queued', 'OPEN', null);
  // Of one achievement only one attempt is open at a time; where this one stands makes no difference to who sees what.
  submission('in marking', 'VOID', 'welding', 3);
  slot('in marking', 'LEASED', 'assignedAssessor', 1);
  mark('in marking', 'assignedAssessor');
  mark('in marking', 'formerAssessor');
  submission('decided', 'CLOSED', 'welding', 2);
  slot('decided', 'HANDED_IN', 'assignedAssessor');
  mark('decided', 'assignedAssessor');
  decision('decided', 'assignedAssessor', false);
  submission('released', 'RELEASED', 'welding', 1);
  slot('released', 'HANDED_IN', 'assignedAssessor');
  mark('released', 'assignedAssessor');
  decision('released', 'assignedAssessor', true);

  const award = (name: string, state: string) =>
    add('award', name, {
      ...{
        person_id: idOf('self'),
        achievement_version_id: idOf('welding 2'),
        basis: 'LEGACY',
        basis_id: idOf(`basis of ${name}`),
      },
      ...{ state, awarded_on: hour(), plan: {}, created_at: hour(), attempts: 0 },
    });
  award('award pending', 'PENDING');
  award('award issued', 'ISSUED');
  add('credential', 'credential', {
    ...{
      award_id: idOf('award issued'),
      edition: 1,
      person_id: idOf('self'),
      achievement_version_id: idOf('welding 2'),
    },
    ...{ status: 'ACTIVE', issued_at: hour(), valid_from: hour(), document: '{}', digest: '0' },
  });
  add('share_grant', 'link', {
    credential_id: idOf('credential'),
    token: 'a-token-of-22-letters-',
    views: 0,
    created_at: hour(),
  });
  add('notification', 'note', {
    ...{ person_id: idOf('self'), kind: 'BADGE_READY', title: 'Ready', body: '', subjects: {}, created_at: hour() },
  });
  add('audit_entry', 'act', {
    ...{
      at: hour(),
      actor_id: idOf('self'),
      actor_kind: 'person',
      operation: 'somethingDone',
      detail: {},
      digest: '0',
    },
  });
  put('audit_chain', { sequence: 1, entry_id: idOf('act'), digest: '0', chain_hash: '0', chained_at: hour() });
  add('evidence_audit', 'audit', {
    ...{ submission_id: idOf('released'), owner_id: idOf('self'), auditor_id: idOf('auditor'), reason: 'A complaint' },
    ...{ opened_at: hour(-0.5), until: hour(0.4) },
  });
  add('evidence_opening', 'opening', {
    ...{ at: hour(), owner_id: idOf('self'), opener_id: idOf('assignedAssessor'), submission_id: idOf('released') },
    ...{ snapshot_id: idOf('copy of released'), item_id: idOf('item'), how: 'READ', day: day(0) },
  });

  for (const [number, state] of ['REPLACED', 'IN_USE', 'DRAFT'].entries())
    add('studio_version', `kit ${state}`, {
      ...{ kind: 'KIT', number: number + 1, state, revision: 1, content: {}, changed_at: hour() },
      in_use_since: state === 'DRAFT' ? null : hour(),
    });
  add('brand_image', 'logo', {
    ...{ name: 'logo.svg', kind: 'SVG', width: 1, height: 1, content: '', created_at: hour() },
  });
  add('badge_template', 'template', {
    ...{ name: 'Round', revision: 1, slots: {}, created_at: hour(), changed_at: hour() },
  });
  for (const version of ['welding 2', 'welding 3'])
    put('badge_design', {
      ...{ achievement_version_id: idOf(version), own: {}, revision: 1, changed_at: hour() },
    });
  put('struck_badge', {
    ...{ achievement_version_id: idOf('welding 2'), face: {}, fonts: {}, struck_at: hour() },
  });
  put('badge_picture', { achievement_version_id: idOf('welding 2'), year: 0, scale: 'FULL', svg: '<svg/>' });
  add('proficiency_scale', 'scale', { name: 'Levels' });
  for (const state of ['DRAFT', 'PUBLISHED'])
    add('skill_framework', `framework ${state}`, {
      ...{ series_id: idOf(`series ${state}`), title: 'Skills', publisher: 'Us', version: '1', state, licence: 'CC0' },
      ...{
        attribution: 'Us',
        scale_id: idOf('scale'),
        created_at: hour(),
        published_at: state === 'DRAFT' ? null : hour(),
      },
    });
  for (const state of ['DRAFT', 'PUBLISHED']) {
    const framework_id = idOf(`framework ${state}`);
    const named = { framework_id, code: 'c', name: 'N' };
    add('skill', `skill ${state}`, { series_id: idOf(`series ${state}`), code: 'c' });
    add('skill_revision', `wording ${state}`, {
      ...{ framework_id, skill_id: idOf(`skill ${state}`), name: 'N', descriptors: [], position: 0 },
    });
    add('skill_relation', `relation ${state}`, {
      ...{
        framework_id,
        type: 'exactMatchOf',
        origin_skill_id: idOf(`skill ${state}`),
        target_uri: 'https://x.example',
      },
      position: 0,
    });
    add('job_family', `family ${state}`, { ...named, position: 0 });
    add('job_role', `role ${state}`, {
      ...{ ...named, family_id: idOf(`family ${state}`), description: '', responsibilities: [], position: 0 },
    });
    for (const order of [1, 2])
      add('job_role_level', `level ${order} ${state}`, {
        ...{ ...named, code: `c${order}`, role_id: idOf(`role ${state}`), order },
        ...{ description: '', responsibilities: [], facts: {} },
      });
    add('job_role_requirement', `requirement ${state}`, {
      ...{ framework_id, job_role_level_id: idOf(`level 1 ${state}`), skill_id: idOf(`skill ${state}`) },
      ...{ importance: 2, must_have: false, position: 0 },
    });
    add('job_role_edge', `step ${state}`, {
      ...{ framework_id, from_level_id: idOf(`level 1 ${state}`), to_level_id: idOf(`level 2 ${state}`) },
      ...{ kind: 'LADDER', origin: 'DECLARED' },
    });
  }
  add('framework_step', 'step of a draft', {
    ...{ framework_id: idOf('framework DRAFT'), kind: 'ADD_SKILL', subject: 'S', removed: {}, added: {} },
    ...{ made_by: idOf('designer'), made_at: hour() },
  });
  put('framework_steward', {
    ...{
      series_id: idOf('series PUBLISHED'),
      person_id: idOf('designer'),
      named_by: idOf('designer'),
      named_at: hour(),
    },
  });
  const wish = { series_id: idOf('series PUBLISHED'), name: 'N', why: '', evidence: '', proposed_by: idOf('self') };
  add('skill_proposal', 'wish', { ...wish, proposed_at: hour(), state: 'WAITING' });
  add('skill_proposal', 'wish refused', {
    ...{
      ...wish,
      proposed_at: hour(),
      state: 'REFUSED',
      reason: 'R',
      decided_by: idOf('designer'),
      decided_at: hour(),
    },
  });
  put('skill_retirement', {
    ...{ skill_id: idOf('skill PUBLISHED'), retires_on: day(0), reason: 'R', retired_by: idOf('designer') },
    retired_at: hour(),
  });
  add('proficiency_scale', 'scale two', { name: 'Other levels' });
  for (const [name, from, to, author] of [
    ['crosswalk', 'scale', 'scale two', 'owner'],
    ['own crosswalk', 'scale two', 'scale', 'designer'],
  ] as const)
    add('scale_crosswalk', name, {
      ...{ from_scale_id: idOf(from), to_scale_id: idOf(to), pairs: [], reason: 'R', state: 'DRAFT', revision: 1 },
      ...{ written_by: idOf(author), written_at: hour() },
    });
  const taken = { from_ordinal: 1, to_ordinal: 2, accepted_at: hour() };
  const between = { from_skill_id: idOf('skill PUBLISHED'), to_skill_id: idOf('skill DRAFT') };
  add('accepted_conversion', 'conversion', {
    ...{ ...taken, ...between, purpose: 'STANDING', person_id: idOf('self'), accepted_by: idOf('self') },
  });
  add('accepted_conversion', 'conversion of what is asked', {
    ...{ ...taken, ...between, purpose: 'REQUIREMENT', accepted_by: idOf('designer') },
  });
  add('strategy_note', 'plan', {
    ...{ title: 'T', body: '', horizon: 'NOW', skill_ids: '{}', revision: 1, written_by: idOf('designer') },
    ...{ written_at: hour(), changed_at: hour() },
  });
  add('course_catalogue', 'catalogue', { name: 'List', licence: 'MIT', attribution: 'Us', created_at: hour() });
  add('course_provider', 'provider of courses', {
    ...{ name: 'College', kind: 'OTHER', quality_assurance: '', trust: 'UNCHECKED', trust_reason: '', revision: 1 },
    created_at: hour(),
  });
  for (const name of ['course', 'course two'])
    add('course', name, {
      ...{
        code: name,
        title: name,
        state: name === 'course' ? 'ACTIVE' : 'RETIRED',
        description: '',
        area: '',
        topics: '{}',
        duration: '',
        support: '',
      },
      ...{ prerequisites: '', start_dates: '{}', source: {}, revision: 1, created_at: hour(), saved_at: hour() },
    });
  put('course_prerequisite', { course_id: idOf('course two'), required_id: idOf('course') });
  add('course_outcome', 'outcome of a course', {
    ...{ course_id: idOf('course'), skill_id: idOf('skill PUBLISHED'), result: 'COMPLETE', position: 0 },
  });
  const completion = (name: string, course: string, person: string, more = {}) =>
    add('course_completion', name, {
      ...{ course_id: idOf(course), person_id: idOf(person), completed_on: day(-30), grade: '', outcomes: [] },
      ...{ recorded_at: hour(), ...more },
    });
  completion('completion', 'course', 'self');
  completion('completion two', 'course two', 'self');
  completion('completion of another', 'course', 'stayed');
  completion('completion taken back', 'course', 'self', { withdrawn_at: hour(), withdrawn_reason: 'Another' });
  put('course_feedback', {
    ...{ course_id: idOf('course'), person_id: idOf('self'), content: 4, teaching: 4, usefulness: 4, comment: 'Good' },
    given_at: hour(),
  });
  add('course_import', 'import of courses', {
    ...{ kind: 'COURSES', file_id: idOf('a file'), file_name: 'courses.csv', state: 'PREVIEWED', columns: [] },
    ...{ mapping: [], counts: {}, rows: [], created_at: hour(), created_by: idOf('designer') },
  });
  put('job_role_level_move', {
    ...{ framework_id: idOf('framework PUBLISHED'), chosen_by: idOf('designer'), moved_at: hour(), people: 0 },
    ...{ from_level_id: idOf('level 1 DRAFT'), to_level_id: idOf('level 1 PUBLISHED') },
  });
  put('job_role_level_move', {
    ...{ framework_id: idOf('framework DRAFT'), chosen_by: idOf('designer') },
    ...{ from_level_id: idOf('level 1 PUBLISHED'), to_level_id: idOf('level 1 DRAFT') },
  });
  add('framework_import', 'import of skills', {
    ...{ about: {}, kind: 'CSV', state: 'PREVIEWED', created_at: hour(), created_by: idOf('designer') },
  });
  put('framework_import_finding', {
    ...{ import_id: idOf('import of skills'), n: 1, severity: 'INFO', kind: 'K', file: 'f.csv', message: 'M' },
  });
  put('framework_import_row', {
    ...{
      import_id: idOf('import of skills'),
      n: 1,
      object: 'SKILL',
      outcome: 'CREATE',
      code: 'c',
      name: 'N',
      fields: [],
    },
  });
  const counts = { rows: 0, create: 0, change: 0, unchanged: 0, leave: 0, errors: 0 };
  add('people_import', 'import of people', {
    ...{
      file_id: idOf('a file'),
      file_name: 'people.csv',
      state: 'PREVIEWED',
      created_at: hour(),
      missing: 'KEEP',
      counts,
    },
    ...{ created_by: idOf('unitAdministrator'), effective_on: day(0), columns: [], mapping: [] },
  });
  for (const enabled of [true, false])
    add('identity_provider', `provider ${enabled ? 'on' : 'off'}`, {
      ...{ name: 'Provider', issuer: `https://${enabled}.example.org`, client_id: 'x', enabled, allowed_domains: [] },
      ...{ created_at: hour(), changed_at: hour(), trust_unverified_email: false, create_people: false },
      ...{ asked_at: hour(), approved_at: hour() },
    });
  add('identity_provider', 'provider that waits', {
    ...{ name: 'Provider', issuer: 'https://waits.example.org', client_id: 'x', enabled: true, allowed_domains: [] },
    ...{ created_at: hour(), changed_at: hour(), trust_unverified_email: false, create_people: false },
    ...{ asked_by: idOf('designer'), asked_at: hour() },
  });
  add('people_import', 'import of issuance', {
    ...{
      file_id: idOf('a file'),
      file_name: 'people.csv',
      state: 'PREVIEWED',
      created_at: hour(),
      missing: 'KEEP',
      counts,
    },
    ...{ created_by: idOf('issuanceAdministrator'), effective_on: day(0), columns: [], mapping: [] },
  });
  add('identity_link', 'identity', {
    issuer: 'https://a.example.org',
    subject: 'x',
    person_id: idOf('self'),
    linked_at: hour(),
  });
  add('sign_in_session', 'sign-in', {
    ...{
      person_id: idOf('self'),
      method: 'DEMO',
      device: 'A browser',
      started_at: hour(),
      seen_at: hour(),
      ends_at: hour(1),
    },
  });
  put('team_change', {
    manager_id: idOf('manager'),
    skill_id: idOf('a skill'),
    kind: 'HELD',
    ordinal: 0,
    at: hour(),
    change: 1,
  });
  const provisioned = { client_id: idOf('client'), created_at: hour(), modified_at: hour(), version: 1 };
  add('scim_client', 'client', { name: 'Directory', manages_employment: false, created_at: hour() });
  add('scim_token', 'token', {
    ...{
      client_id: idOf('client'),
      digest: `\\x${'00'.repeat(32)}`,
      prefix: 'x',
      created_at: hour(),
      expires_at: hour(1),
    },
  });
  add('scim_group', 'group', { ...provisioned, display_name: 'Group' });
  add('scim_group', 'group wanted', {
    ...provisioned,
    ...{ display_name: 'Another', wanted_role: 'AUDITOR', wanted_by: idOf('designer'), wanted_at: hour() },
  });
  add('scim_request', 'request', {
    ...{
      client_id: idOf('client'),
      token_id: idOf('token'),
      at: hour(),
      method: 'GET',
      path: '/',
      status: 200,
      milliseconds: 1,
    },
  });
  put('scim_user', { ...provisioned, person_id: idOf('self'), user_name: 'cleo', mail_source: 'NONE', attributes: {} });
  put('scim_group_member', { group_id: idOf('group'), person_id: idOf('self'), added_at: hour() });

  // What no request has any business with; the product itself must still find it.
  put('demo_persona', { person_id: idOf('self'), role: 'EMPLOYEE', note: 'Look' });
  put('status_list', { id: 1 });
  put('status_place', { list_id: 1, place: 1, award_id: idOf('award issued') });
  put('credential_subject', { person_id: idOf('self'), subject_id: idOf('subject') });
  add('domain_event', 'event', { at: hour(), type: 'SomethingHappened', subject_id: idOf('self'), payload: {} });
  put('sign_in_attempt', {
    ...{ state_sha256: '0', browser_sha256: '0', provider_id: idOf('provider on'), nonce: '0', code_verifier: '0' },
    ...{ return_to: '/', ends_at: hour(1) },
  });
  put('used_logout_token', { issuer: 'https://a.example.org', jti: '0', used_at: hour() });
  put('people_import_row', {
    ...{ import_id: idOf('import of people'), row: 1, outcome: 'CREATE', name: 'A', changes: [], problems: [] },
  });
  put('team_part', {
    ...{ person_id: idOf('self'), manager_id: idOf('manager'), skill_id: idOf('a skill'), kind: 'HELD', ordinal: 0 },
    during: `[${hour()},)`,
  });

  const everybody = people.map((actor) => idOf(actor));
  return { people: everybody, rows, [fc.toStringMethod]: () => 'the cast' };
}
