import type { Inventing } from './inventing.js';

export function inventSignIns(it: Inventing, people: string[]): void {
  for (const [enabled, approved_at] of [
    [true, it.hour()],
    [true, null],
    [false, it.hour()],
  ])
    it.add('identity_provider', {
      ...{
        name: 'Provider',
        issuer: `https://provider-${enabled}-${approved_at}.example.org`,
        client_id: 'x',
        enabled,
      },
      approved_at,
      ...{ created_at: it.hour(), changed_at: it.hour(), trust_unverified_email: false, create_people: false },
      allowed_domains: [],
    });
  for (const person of people) {
    if (it.chance(0.3))
      it.add('identity_link', {
        issuer: 'https://provider.example.org',
        subject: person,
        person_id: person,
        linked_at: it.hour(),
      });
    if (it.chance(0.3))
      it.add('sign_in_session', {
        ...{ person_id: person, method: 'DEMO', device: 'A browser', started_at: it.hour(), seen_at: it.hour() },
        ends_at: it.hour(),
      });
    if (it.chance(0.3))
      it.put('team_change', {
        ...{ manager_id: person, skill_id: it.nextId(), kind: 'HELD', ordinal: 0, at: it.hour(), change: 1 },
      });
    if (it.chance(0.3)) {
      const counted = { skill_id: it.nextId(), kind: 'ASKED', at: it.hour(), change: 1 };
      it.put('line_change', { ...counted, manager_id: person });
      it.put('unit_change', { ...counted, unit_id: it.nextId() });
      it.put('verified_level', {
        ...{ person_id: person, skill_id: it.nextId(), ordinal: 1, credential_id: it.nextId() },
        ...{ verified_on: it.hour(), stands_from: it.hour(), stands_until: 'infinity' },
      });
    }
  }
}

export function inventProvisioning(it: Inventing, people: string[]): void {
  const about = { created_at: it.hour(), modified_at: it.hour(), version: 1 };
  const client_id = it.add('scim_client', {
    name: 'Directory',
    manages_employment: false,
    created_at: it.hour(),
  });
  const token_id = it.add('scim_token', {
    ...{ client_id, digest: `\\x${'00'.repeat(32)}`, prefix: 'x', created_at: it.hour(), expires_at: it.hour() },
  });
  it.add('verification_key', {
    ...{ name: 'Hall', scope: 'ANY', digest: `\\x${'22'.repeat(32)}`, prefix: 'x', created_at: it.hour() },
    ...{ created_by: it.of(people), expires_at: it.hour() },
  });
  const group_id = it.add('scim_group', { ...about, client_id, display_name: 'Group' });
  it.add('scim_request', {
    ...{ client_id, token_id, at: it.hour(), method: 'GET', path: '/Users', status: 200, milliseconds: 1 },
  });
  const person_id = it.of(people);
  it.put('scim_user', {
    ...about,
    person_id,
    client_id,
    user_name: 'somebody',
    mail_source: 'NONE',
    attributes: {},
  });
  it.put('scim_group_member', { group_id, person_id, added_at: it.hour() });
  it.add('people_import', {
    ...{
      file_id: it.nextId(),
      file_name: 'people.csv',
      state: 'PREVIEWED',
      created_at: it.hour(),
      missing: 'KEEP',
    },
    ...{ created_by: it.of(people), effective_on: it.day(0), columns: [], mapping: [] },
    counts: { rows: 0, create: 0, change: 0, unchanged: 0, leave: 0, errors: 0 },
  });
}
