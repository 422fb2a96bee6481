import { type Attempt, type Cells, tried } from './attempt.js';

export const PEOPLE_ATTEMPTS: Attempt[] = [
  ...tried(
    `INSERT INTO person (id, display_name, email, created_at) VALUES (#new#, 'New', 'new@example.org', now())`,
    ['administrator', 'unitAdministrator'],
    ['anonymous', 'colleague', 'auditor', 'designer', 'leaver', 'issuanceAdministrator'],
  ),
  ...tried(
    `UPDATE person SET display_name = 'Other' WHERE id = #self#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator', 'auditor'],
  ),
  // Whose role reaches beyond a unit is not taken over by a new mail address from within it.
  ...tried(
    `UPDATE person SET email = 'other@example.org' WHERE id = #conflictedAssessor#`,
    ['administrator'],
    ['unitAdministrator', 'otherAdministrator', 'self'],
  ),
  ...tried(
    `INSERT INTO employment (id, person_id, job_title, org_unit_id, starts_on) VALUES (#new#, #colleague#, 'Welder', #welders#, current_date)`,
    ['administrator', 'unitAdministrator'],
    ['colleague', 'manager', 'otherAdministrator'],
  ),
  ...tried(
    `UPDATE employment SET job_title = 'Boss' WHERE id = #job#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator'],
  ),
  ...tried(
    `INSERT INTO org_unit (id, name, parent_id) VALUES (#new#, 'New', #works#)`,
    ['administrator', 'unitAdministrator'],
    ['colleague', 'otherAdministrator'],
  ),
  ...tried(
    `UPDATE org_unit SET name = 'Other' WHERE id = #welders#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator'],
  ),
  ...tried(
    `INSERT INTO role_grant (id, person_id, role, scope_unit_id, starts_at, origin) VALUES (#new#, #self#, 'ASSESSOR', #welders#, now(), 'PERSON')`,
    ['administrator', 'unitAdministrator'],
    ['self', 'manager', 'otherAdministrator', 'auditor'],
  ),
  // No further than the own role reaches: neither everywhere, nor the unit above, nor another one.
  ...tried(
    `INSERT INTO role_grant (id, person_id, role, starts_at, origin) VALUES (#new#, #self#, 'ASSESSOR', now(), 'PERSON')`,
    ['administrator'],
    ['unitAdministrator'],
  ),
  ...['company', 'elsewhere'].flatMap((unit) =>
    tried(
      `INSERT INTO role_grant (id, person_id, role, scope_unit_id, starts_at, origin) VALUES (#new#, #self#, 'ASSESSOR', #${unit}#, now(), 'PERSON')`,
      ['administrator'],
      ['unitAdministrator'],
    ),
  ),
  ...tried(
    `INSERT INTO role_grant (id, person_id, role, starts_at, origin) VALUES (#new#, #administrator#, 'AUDITOR', now(), 'PERSON')`,
    [],
    ['administrator'],
  ),
  ...tried(
    `UPDATE role_grant SET ends_at = now() WHERE id = #grant in force#`,
    ['administrator', 'unitAdministrator'],
    ['self', 'designer', 'otherAdministrator'],
  ),
  ...tried(
    `UPDATE role_grant SET ends_at = now() WHERE id = #ASSESSOR of conflictedAssessor#`,
    ['administrator'],
    ['unitAdministrator'],
  ),
  ...tried(`UPDATE role_grant SET ends_at = NULL WHERE id = #ADMINISTRATOR of administrator#`, [], ['administrator']),
  ...tried(
    `INSERT INTO audit_entry (id, at, actor_id, actor_kind, operation, detail, digest) VALUES (#new#, now(), #self#, 'person', 'x', '{}', '0')`,
    ['self'],
    ['colleague', 'administrator', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO audit_entry (id, at, actor_kind, operation, detail, digest) VALUES (#new#, now(), 'stranger', 'x', '{}', '0')`,
    ['anonymous'],
    ['colleague'],
  ),
  ...tried(
    `INSERT INTO audit_entry (id, at, actor_kind, operation, detail, digest) VALUES (#new#, now(), 'system', 'x', '{}', '0')`,
    [],
    ['anonymous', 'self'],
  ),
  ...tried(`INSERT INTO audit_unchained (entry_id, at) VALUES (#new#, now())`, ['self', 'anonymous'], []),
  ...tried(
    `INSERT INTO domain_event (id, at, type, subject_id, actor_id, payload) VALUES (#new#, now(), 'X', #self#, #self#, '{}')`,
    ['self'],
    ['colleague', 'anonymous'],
  ),
  ...tried(
    `INSERT INTO people_import (id, file_id, file_name, state, created_at, created_by, effective_on, missing)
     VALUES (#new#, #new#, 'a.csv', 'READING', now(), #unitAdministrator#, current_date, 'KEEP')`,
    ['unitAdministrator', 'administrator'],
    ['otherAdministrator', 'colleague'],
  ),
  ...tried(
    `UPDATE people_import SET state = 'CANCELLED'`,
    ['unitAdministrator', 'administrator'],
    ['otherAdministrator', 'colleague'],
  ),
  ...tried(
    `INSERT INTO identity_provider (id, name, issuer, client_id, enabled, created_at, changed_at) VALUES (#new#, 'N', 'https://new.example.org', 'x', true, now(), now())`,
    ['administrator'],
    ['unitAdministrator', 'colleague', 'anonymous'],
  ),
  ...tried(
    `UPDATE identity_provider SET name = 'Other' WHERE id = #provider on#`,
    ['administrator'],
    ['unitAdministrator', 'colleague', 'anonymous'],
  ),
  ...tried(`SELECT administrator_came_at FROM first_sign_in`, ['self', 'anonymous'], []),
  // Naming no column, it is held by the rule of deleting alone.
  ...tried(`DELETE FROM identity_link`, ['self', 'administrator'], ['unitAdministrator', 'colleague']),
  ...tried(
    `DELETE FROM identity_link WHERE id = #identity#`,
    ['self', 'administrator'],
    ['unitAdministrator', 'colleague'],
  ),
  ...tried(
    `UPDATE sign_in_session SET ended_at = now(), ended_because = 'SIGNED_OUT' WHERE id = #sign-in#`,
    ['self', 'administrator'],
    ['colleague', 'manager', 'unitAdministrator'],
  ),
  ...tried(
    `INSERT INTO scim_client (id, name, created_at) VALUES (#new#, 'Another', now())`,
    ['administrator'],
    ['unitAdministrator', 'colleague'],
  ),
  ...tried(
    `INSERT INTO scim_token (id, client_id, digest, prefix, created_at, expires_at)
     VALUES (#new#, #client#, sha256('x'), 'x', now(), now())`,
    ['administrator'],
    ['unitAdministrator', 'colleague'],
  ),
  ...tried(
    `INSERT INTO verification_key (id, name, scope, digest, prefix, created_at, created_by, expires_at)
     VALUES (#new#, 'Another', 'OWN', sha256('x'), 'x', now(), #administrator#, now())`,
    ['administrator'],
    ['unitAdministrator', 'designer', 'colleague'],
  ),
  ...tried(
    `UPDATE verification_key SET revoked_at = now() WHERE id = #key of a system#`,
    ['administrator'],
    ['unitAdministrator', 'designer', 'colleague'],
  ),
  ...tried(`UPDATE scim_group SET display_name = 'Other'`, ['administrator'], ['unitAdministrator', 'colleague']),
];

export const PEOPLE_ALLOWED: Cells = {
  'AuditEntry.read': {
    act: 'administrator auditor',
  },
  'Employment.correct': {
    job: 'administrator unitAdministrator',
    'job before': 'administrator',
    'job of another': 'administrator otherAdministrator',
    'job of conflicted': 'administrator unitAdministrator',
    'job of manager': 'administrator unitAdministrator',
    'job of shut out': 'administrator',
    'job planned': 'administrator unitAdministrator',
  },
  'Employment.see': {
    job: 'everybody signed in',
    'job before': 'self manager hrInScope designer administrator unitAdministrator auditor',
    'job of another': 'everybody signed in',
    'job of conflicted': 'everybody signed in',
    'job of manager': 'everybody signed in',
    'job of shut out': 'everybody signed in',
    'job planned': 'self manager hrInScope designer administrator unitAdministrator auditor',
  },
  'IdentityProvider.approve': {
    'provider that waits': 'administrator',
  },
  'IdentityProvider.change': {
    'provider off': 'administrator',
    'provider on': 'administrator',
    'provider that waits': 'administrator',
  },
  'IdentityProvider.remove': {
    'provider off': 'administrator',
    'provider on': 'administrator',
    'provider that waits': 'administrator',
  },
  'OrgUnit.addBelow': {
    company: 'administrator',
    elsewhere: 'administrator otherAdministrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator unitAdministrator',
  },
  'OrgUnit.move': {
    company: 'administrator',
    elsewhere: 'administrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator',
  },
  'OrgUnit.remove': {
    company: 'administrator',
    elsewhere: 'administrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator',
  },
  'OrgUnit.rename': {
    company: 'administrator',
    elsewhere: 'administrator otherAdministrator',
    welders: 'administrator unitAdministrator',
    works: 'administrator unitAdministrator',
  },
  'OrgUnit.see': {
    company: 'everybody signed in',
    elsewhere: 'everybody signed in',
    welders: 'everybody signed in',
    works: 'everybody signed in',
  },
  'PeopleImport.apply': {
    'import of issuance': 'administrator',
    'import of people': 'administrator unitAdministrator',
  },
  'PeopleImport.cancel': {
    'import of issuance': 'administrator',
    'import of people': 'administrator unitAdministrator',
  },
  'PeopleImport.read': {
    'import of issuance': 'administrator',
    'import of people': 'administrator unitAdministrator',
  },
  'Person.change': {
    administrator: 'administrator',
    conflictedAssessor: 'administrator unitAdministrator',
    leaver: 'administrator',
    self: 'administrator unitAdministrator',
    shutOut: 'administrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.deactivate': {
    conflictedAssessor: 'administrator unitAdministrator',
    leaver: 'administrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.endRole': {
    conflictedAssessor: 'administrator unitAdministrator',
    leaver: 'administrator',
    self: 'administrator unitAdministrator',
    shutOut: 'administrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.grantRole': {
    conflictedAssessor: 'administrator unitAdministrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.move': {
    administrator: 'administrator',
    conflictedAssessor: 'administrator unitAdministrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.reactivate': {
    shutOut: 'administrator',
  },
  'Person.read': {
    administrator: 'everybody signed in',
    conflictedAssessor: 'everybody signed in',
    leaver: 'designer administrator auditor',
    self: 'everybody signed in',
    shutOut: 'designer administrator auditor',
    stayed: 'everybody signed in',
  },
  'Person.recordLeaving': {
    conflictedAssessor: 'administrator unitAdministrator',
    self: 'administrator unitAdministrator',
    stayed: 'administrator otherAdministrator',
  },
  'Person.rehire': {
    leaver: 'administrator',
    shutOut: 'administrator',
  },
  'Person.see': {
    administrator: 'everybody signed in',
    conflictedAssessor: 'everybody signed in',
    leaver: 'everybody signed in',
    self: 'everybody signed in',
    shutOut: 'everybody signed in',
    stayed: 'everybody signed in',
  },
  'Person.seeCompletions': {
    administrator: 'designer administrator',
    conflictedAssessor: 'self conflictedAssessor designer',
    leaver: 'designer',
    self: 'self manager designer',
    shutOut: 'self designer',
    stayed: 'otherManager designer',
  },
  'Person.seeContact': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'self conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self manager hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'self designer administrator auditor',
    stayed: 'otherManager hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeHistory': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'self conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self manager hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'self designer administrator auditor',
    stayed: 'otherManager hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeNumber': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'designer administrator auditor',
    stayed: 'hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeRoles': {
    administrator: 'designer administrator auditor',
    conflictedAssessor: 'conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    leaver: 'designer administrator auditor',
    self: 'self hrInScope designer administrator unitAdministrator auditor',
    shutOut: 'designer administrator auditor',
    stayed: 'hrOutOfScope designer administrator otherAdministrator auditor',
  },
  'Person.seeStandings': {
    administrator: 'administrator',
    conflictedAssessor: 'self conflictedAssessor',
    self: 'self manager',
    shutOut: 'self',
    stayed: 'otherManager',
  },
  'Person.undoLeaving': {
    leaver: 'administrator',
  },
  'RoleGrant.approve': {
    'grant proposed': 'administrator unitAdministrator',
  },
  'RoleGrant.decline': {
    'grant proposed': 'administrator unitAdministrator',
  },
  'RoleGrant.end': {
    'ADMINISTRATOR of issuanceAdministrator': 'administrator',
    'ADMINISTRATOR of leaver': 'administrator',
    'ADMINISTRATOR of otherAdministrator': 'administrator',
    'ADMINISTRATOR of unitAdministrator': 'administrator',
    'ASSESSMENT_LEAD of lead': 'administrator',
    'ASSESSOR of assignedAssessor': 'administrator',
    'ASSESSOR of conflictedAssessor': 'administrator',
    'ASSESSOR of formerAssessor': 'administrator',
    'ASSESSOR of unassignedAssessor': 'administrator',
    'ASSESSOR of unitAssessor': 'administrator',
    'AUDITOR of auditor': 'administrator',
    'HR_DESIGNER of designer': 'administrator',
    'HR_DESIGNER of hrInScope': 'administrator',
    'HR_DESIGNER of hrOutOfScope': 'administrator',
    'PROGRAMME_OWNER of owner': 'administrator',
    'grant in force': 'administrator unitAdministrator',
  },
  'RoleGrant.see': {
    'ADMINISTRATOR of administrator': 'designer administrator auditor',
    'ADMINISTRATOR of issuanceAdministrator': 'designer administrator issuanceAdministrator auditor',
    'ADMINISTRATOR of leaver': 'designer administrator auditor',
    'ADMINISTRATOR of otherAdministrator': 'designer administrator otherAdministrator auditor',
    'ADMINISTRATOR of unitAdministrator': 'designer administrator unitAdministrator auditor',
    'ASSESSMENT_LEAD of lead': 'designer lead administrator auditor',
    'ASSESSOR of assignedAssessor': 'assignedAssessor designer administrator auditor',
    'ASSESSOR of conflictedAssessor': 'conflictedAssessor hrInScope designer administrator unitAdministrator auditor',
    'ASSESSOR of formerAssessor': 'formerAssessor designer administrator auditor',
    'ASSESSOR of unassignedAssessor': 'unassignedAssessor designer administrator auditor',
    'ASSESSOR of unitAssessor': 'unitAssessor designer administrator auditor',
    'AUDITOR of auditor': 'designer administrator auditor',
    'HR_DESIGNER of designer': 'designer administrator auditor',
    'HR_DESIGNER of hrInScope': 'hrInScope designer administrator auditor',
    'HR_DESIGNER of hrOutOfScope': 'hrOutOfScope designer administrator auditor',
    'PROGRAMME_OWNER of owner': 'designer owner administrator auditor',
    'grant in force': 'self hrInScope designer administrator unitAdministrator auditor',
    'grant proposed': 'self hrInScope designer administrator unitAdministrator auditor',
  },
  'ScimClient.change': {
    client: 'administrator',
  },
  'ScimClient.see': {
    client: 'administrator',
  },
  'ScimGroup.approve': {
    'group wanted': 'administrator',
  },
  'ScimGroup.decline': {
    'group wanted': 'administrator',
  },
  'ScimGroup.map': {
    group: 'administrator',
    'group wanted': 'administrator',
  },
  'ScimGroup.see': {
    group: 'administrator',
    'group wanted': 'administrator',
  },
  'LinkedAccount.forget': {
    identity: 'administrator',
  },
  'LinkedAccount.see': {
    identity: 'self administrator',
  },
  'SignInSession.end': {
    'sign-in': 'self administrator',
  },
  'VerificationKey.revoke': {
    'key of a system': 'administrator',
  },
  'VerificationKey.see': {
    'key of a system': 'administrator',
  },
};
