/** What a person is in the programme. MANAGER is never granted: it follows dated reporting lines. */
export const ROLES = [
  'EMPLOYEE',
  'ASSESSOR',
  'ASSESSMENT_LEAD',
  'MANAGER',
  'HR_DESIGNER',
  'PROGRAMME_OWNER',
  'ADMINISTRATOR',
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that an administrator may grant; the other two follow from facts. */
export const GRANTABLE_ROLES = ROLES.filter((role) => role !== 'EMPLOYEE' && role !== 'MANAGER');

/** Every permission of the product, `noun.verb`, with what it lets a person do in plain words. */
export const PERMISSIONS = {
  'directory.read': 'look up colleagues by name',
  'achievement.read': 'read what can be earned and how it is assessed',
  'framework.read': 'read skill frameworks and job roles',
  'evidence.keep': 'keep a private evidence library',
  'submission.write': 'prepare and hand in submissions of your own',
  'credential.hold': 'hold and share credentials of your own',
  'framework.manage': 'import and publish skill frameworks',
  'achievement.design': 'design and publish achievements',
  'course.manage': 'keep the course catalogue and record completions',
  'programme.run': 'run programmes and take people through them in cohorts',
  'assessor.appoint': 'name the founding assessors of an achievement',
  'submission.mark': 'claim and mark submissions you are qualified for',
  'decision.release': 'release outcomes to candidates',
  'assessment.lead': 'run assessment: allocate, waive, hold, moderate, release in batches, keep assessors',
  'appeal.decide': 'decide appeals that you took no part in',
  'assessment.quality': 'see how far assessors agree',
  'team.read': 'see the verified skills of your own reports',
  'insights.read': 'read figures about the whole organisation',
  'issuance.operate': 'watch issuance and retry what failed',
  'credential.govern': 'suspend, withdraw and correct credentials of others',
  'people.read': 'see every person with their roles',
  'people.manage': 'add people, change where they work and grant roles',
  'access.configure': 'set up sign-in providers and provisioning, and end sessions of others',
  'audit.read': 'read the audit log',
  'evidence.audit': 'open frozen evidence with a reason that its owner sees',
} as const;
export type Permission = keyof typeof PERMISSIONS;

const EVERYONE: Permission[] = [
  'directory.read',
  'achievement.read',
  'framework.read',
  'evidence.keep',
  'submission.write',
  'credential.hold',
];

/** Which permissions come with a role. Nothing is inherited but what stands here. */
export const PERMISSIONS_OF: Record<Role, readonly Permission[]> = {
  EMPLOYEE: EVERYONE,
  ASSESSOR: ['submission.mark', 'decision.release'],
  ASSESSMENT_LEAD: ['assessor.appoint', 'assessment.lead', 'appeal.decide', 'assessment.quality', 'insights.read'],
  MANAGER: ['team.read'],
  HR_DESIGNER: [
    'framework.manage',
    'achievement.design',
    'course.manage',
    'programme.run',
    'assessor.appoint',
    'insights.read',
    'credential.govern',
    'people.read',
  ],
  PROGRAMME_OWNER: [
    'achievement.design',
    'course.manage',
    'programme.run',
    'assessor.appoint',
    'insights.read',
    'issuance.operate',
    'credential.govern',
    'people.read',
  ],
  ADMINISTRATOR: ['people.read', 'people.manage', 'access.configure', 'issuance.operate', 'audit.read'],
  AUDITOR: ['audit.read', 'people.read', 'evidence.audit', 'assessment.quality'],
};

/** The permissions that a set of roles adds up to, in the order of the table above. */
export function permissionsOf(roles: Iterable<Role>): Permission[] {
  const held = new Set<Permission>();
  for (const role of roles) for (const permission of PERMISSIONS_OF[role]) held.add(permission);
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => held.has(permission));
}

/** What a grant can be limited to: people of one unit, or one achievement. */
export type Limit = 'unit' | 'achievement';

/**
 * By what each permission can be limited. What is about the whole organisation cannot: a role that is limited
 * does not carry it. What everybody has, and what follows reporting lines, is never granted and so never limited.
 */
export const LIMITABLE_BY: Record<Permission, readonly Limit[]> = {
  'directory.read': [],
  'achievement.read': [],
  'framework.read': [],
  'evidence.keep': [],
  'submission.write': [],
  'credential.hold': [],
  'framework.manage': [],
  'achievement.design': ['achievement'],
  'course.manage': [],
  'programme.run': [],
  'assessor.appoint': ['achievement'],
  'submission.mark': ['unit', 'achievement'],
  'decision.release': ['unit', 'achievement'],
  'assessment.lead': ['unit', 'achievement'],
  'appeal.decide': ['unit', 'achievement'],
  'assessment.quality': ['unit', 'achievement'],
  'team.read': [],
  'insights.read': [],
  'issuance.operate': ['unit', 'achievement'],
  'credential.govern': ['unit'],
  'people.read': ['unit'],
  'people.manage': ['unit'],
  'access.configure': [],
  'audit.read': [],
  'evidence.audit': [],
};

/** What is left of a role under the limits of a grant. */
export function permissionsUnder(role: Role, limits: readonly Limit[]): Permission[] {
  return PERMISSIONS_OF[role].filter((permission) => limits.every((limit) => LIMITABLE_BY[permission].includes(limit)));
}
