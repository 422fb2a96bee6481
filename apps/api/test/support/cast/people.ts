import { type Actor, idOf, PEOPLE } from './actors.js';
import type { Stage } from './stage.js';

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

export function castPeople({ day, hour, put, add }: Stage): void {
  add('org_unit', 'company', { name: 'Company', parent_id: null });
  add('org_unit', 'works', { name: 'Works', parent_id: idOf('company') });
  add('org_unit', 'welders', { name: 'Welders', parent_id: idOf('works') });
  add('org_unit', 'elsewhere', { name: 'Elsewhere', parent_id: idOf('company') });

  for (const actor of [...PEOPLE, 'stayed', 'shutOut'])
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
  // In no unit: somebody beside whom another works.
  add('employment', 'job of shut out', {
    ...{
      person_id: idOf('shutOut'),
      job_title: 'Welder',
      is_primary: true,
      manager_id: idOf('self'),
      starts_on: day(-100),
    },
  });

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
  put('personal_address', {
    ...{ person_id: idOf('leaver'), address: 'home@example.net', proved_at: hour(), asked_at: hour() },
  });
  add('claim_link', 'link of the leaver', { person_id: idOf('leaver'), asked_at: hour() });
  add('erasure', 'erasure of the leaver', {
    ...{ person_id: idOf('leaver'), reason: 'Asked for it.', state: 'PROPOSED' },
    ...{ asked_by: idOf('administrator'), asked_at: hour() },
  });
  put('team_change', {
    manager_id: idOf('manager'),
    skill_id: idOf('a skill'),
    kind: 'HELD',
    ordinal: 0,
    at: hour(),
    change: 1,
  });
  put('line_change', {
    ...{ manager_id: idOf('manager'), skill_id: idOf('a skill'), kind: 'ASKED', at: hour(), change: 1 },
  });
  put('unit_change', { ...{ unit_id: idOf('unit'), skill_id: idOf('a skill'), kind: 'ASKED', at: hour(), change: 1 } });
  for (const who of ['self', 'stayed'])
    put('verified_level', {
      ...{ person_id: idOf(who), skill_id: idOf('a skill'), ordinal: 1, credential_id: idOf(`proof of ${who}`) },
      ...{ verified_on: hour(), stands_from: hour(), stands_until: 'infinity' },
    });
  put('manager_line', {
    ...{ manager_id: idOf('manager'), above_id: idOf('administrator'), during: `{[${hour()},)}` },
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
  add('verification_key', 'key of a system', {
    ...{ name: 'Hall', scope: 'OWN', digest: `\\x${'11'.repeat(32)}`, prefix: 'x', created_at: hour() },
    ...{ created_by: idOf('administrator'), expires_at: hour(9) },
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
}
