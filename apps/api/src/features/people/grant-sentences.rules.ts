import type { Role } from '@assay/access';
import type { Viewer } from '../../platform/access/viewer.js';
import type { RoleGrant } from './role-grant.entity.js';
import { stateOf } from './role-grant.rules.js';

export const ROLE_BEYOND =
  'This person has a role that reaches beyond your unit. Ask an administrator who is not limited to a unit.';

export const MOST_REASON_CHARACTERS = 500;

export const tooLong = `A reason has at most ${MOST_REASON_CHARACTERS} characters.`;

export function reasonProblem(reason: string, missing: string): string | null {
  if (!reason.trim()) return missing;
  return reason.length > MOST_REASON_CHARACTERS ? tooLong : null;
}

export function notGranted(role: Role): string {
  return role === 'MANAGER'
    ? 'Manager is not granted: whoever has reports is one.'
    : 'Employee is not granted: everybody is one.';
}

export function apart(role: Role, other: Role): string {
  const changing = role === 'AUDITOR' ? other : role;
  return `Auditors change nothing: nobody is auditor and ${WORDS[changing] ?? changing} at the same time.`;
}

const WORDS: Partial<Record<Role, string>> = {
  ADMINISTRATOR: 'administrator',
  HR_DESIGNER: 'HR designer',
  PROGRAMME_OWNER: 'programme owner',
  ASSESSOR: 'assessor',
  ASSESSMENT_LEAD: 'assessment lead',
};

export function whyNotApproved(viewer: Viewer, grant: RoleGrant): string {
  if (stateOf(grant, viewer.now) !== 'PROPOSED') return 'This does not wait for anybody.';
  if (viewer.isSelf(grant.personId)) return 'Nobody agrees to their own role.';
  if (grant.grantedBy && viewer.isSelf(grant.grantedBy)) return 'You asked for it: a second person agrees.';
  return 'You may not approve this.';
}

export function whyNotDeclined(viewer: Viewer, grant: RoleGrant): string {
  if (stateOf(grant, viewer.now) !== 'PROPOSED') return 'This does not wait for anybody.';
  return viewer.isSelf(grant.personId) ? 'Nobody decides about their own role.' : 'You may not decline this.';
}

export function whyNotEnded(viewer: Viewer, grant: RoleGrant): string {
  if (viewer.isSelf(grant.personId)) return 'Nobody changes their own roles. Ask another administrator.';
  if (!['PLANNED', 'IN_FORCE'].includes(stateOf(grant, viewer.now))) return 'This grant is not in force.';
  return 'You may not end this.';
}
