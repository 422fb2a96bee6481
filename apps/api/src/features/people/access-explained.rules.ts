import {
  type Limit,
  type Permission,
  PERMISSIONS,
  PERMISSIONS_OF,
  permissionsUnder,
  type Role,
  ROLES,
} from '@assay/access';
import type { GrantApproval, GrantOrigin } from './role-grant.entity.js';
import { NAME_OF_ROLE } from './role-words.rules.js';

/** A grant in force, with the names that a sentence about it needs. */
export interface ExplainedGrant {
  id: string;
  role: Role;
  unit: string | null;
  achievement: string | null;
  startsAt: Date;
  endsAt: Date | null;
  grantedBy: string | null;
  origin: GrantOrigin;
  approval: GrantApproval;
  approvedBy: string | null;
}

export interface AccessFacts {
  isWithUs: boolean;
  reports: number;
  grants: readonly ExplainedGrant[];
}

/** One reason why a permission is held. */
export interface AccessReason {
  kind: 'EVERYBODY' | 'REPORTING_LINES' | 'GRANT';
  sentence: string;
  grantId: string | null;
  limited: boolean;
}

export interface ExplainedPermission {
  name: Permission;
  what: string;
  held: boolean;
  reasons: AccessReason[];
  /** Roles that carry it. */
  roles: Role[];
  /** Why it is not held, or null. */
  missing: string | null;
}

/** Every permission there is, held or not, and why. */
export function explain(facts: AccessFacts): ExplainedPermission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).map((name) => {
    const reasons = facts.isWithUs ? reasonsFor(name, facts) : [];
    const held = reasons.length > 0;
    const roles = ROLES.filter((role) => PERMISSIONS_OF[role].includes(name));
    return {
      name,
      what: PERMISSIONS[name],
      held,
      reasons,
      roles,
      missing: held ? null : whyMissing(name, roles, facts),
    };
  });
}

function reasonsFor(name: Permission, { reports, grants }: AccessFacts): AccessReason[] {
  const reasons: AccessReason[] = [];
  if (PERMISSIONS_OF.EMPLOYEE.includes(name))
    reasons.push({ kind: 'EVERYBODY', sentence: 'Everybody has this.', grantId: null, limited: false });
  if (reports > 0 && PERMISSIONS_OF.MANAGER.includes(name))
    reasons.push({
      kind: 'REPORTING_LINES',
      sentence: `Manager of ${reports} ${reports === 1 ? 'person' : 'people'} today, by reporting lines.`,
      grantId: null,
      limited: false,
    });
  for (const grant of grants)
    if (permissionsUnder(grant.role, limitsOf(grant)).includes(name))
      reasons.push({
        kind: 'GRANT',
        sentence: sentenceOf(grant),
        grantId: grant.id,
        limited: limitsOf(grant).length > 0,
      });
  return reasons;
}

/** A grant in a sentence: which role, by whom, who agreed, how far and how long. */
export function sentenceOf(grant: ExplainedGrant): string {
  const parts = [`${NAME_OF_ROLE[grant.role]}, ${howGiven(grant)} on ${dayInWords(grant.startsAt)}`];
  if (grant.approvedBy) parts.push(`approved by ${grant.approvedBy}`);
  if (grant.approval === 'NOBODY_ELSE') parts.push('with nobody else there to approve');
  const limits = [grant.unit, grant.achievement].filter((limit) => limit !== null);
  if (limits.length > 0) parts.push(`limited to ${limits.join(' and ')}`);
  // The end is the first moment without; people count the last day with.
  if (grant.endsAt) parts.push(`until ${dayInWords(new Date(grant.endsAt.getTime() - 1))}`);
  return `${parts.join(', ')}.`;
}

function howGiven({ origin, grantedBy }: ExplainedGrant): string {
  if (grantedBy) return `granted by ${grantedBy}`;
  return HOW_GIVEN[origin];
}

const HOW_GIVEN: Record<GrantOrigin, string> = {
  PERSON: 'granted',
  SCIM: 'given by a group of the directory',
  SETUP: 'given when the installation was set up',
  IMPORT: 'given by an imported file',
  COMMAND: 'given by the operator on the command line',
};

function whyMissing(name: Permission, roles: Role[], { isWithUs, grants }: AccessFacts): string {
  if (!isWithUs) return 'Whoever is not with the organisation may do nothing here.';
  const limited = grants.find((grant) => PERMISSIONS_OF[grant.role].includes(name));
  if (limited) {
    const where = limited.unit ?? limited.achievement;
    return `${NAME_OF_ROLE[limited.role]} would open it, but is limited to ${where}; this is about the whole organisation.`;
  }
  if (roles.includes('MANAGER')) return 'Whoever has reports has it.';
  const names = roles.map((role) => NAME_OF_ROLE[role]);
  const last = names.pop() ?? 'No role';
  return `${names.length > 0 ? `${names.join(', ')} or ${last}` : last} would open it.`;
}

function limitsOf({ unit, achievement }: ExplainedGrant): Limit[] {
  return [...(unit === null ? [] : (['unit'] as const)), ...(achievement === null ? [] : (['achievement'] as const))];
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export function dayInWords(at: Date): string {
  return DAY.format(at);
}
