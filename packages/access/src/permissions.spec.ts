import { PERMISSIONS, PERMISSIONS_OF, permissionsOf, permissionsUnder, ROLES } from './index.js';

describe('roles and permissions', () => {
  it('gives nobody anything without a role', () => {
    expect(permissionsOf([])).toEqual([]);
  });

  it('adds roles up without repeating a permission', () => {
    const both = permissionsOf(['HR_DESIGNER', 'PROGRAMME_OWNER']);
    expect(new Set(both).size).toBe(both.length);
    expect(both).toEqual(expect.arrayContaining(['framework.manage', 'issuance.operate']));
  });

  it('keeps administrators and auditors away from evidence and marks', () => {
    for (const role of ['ADMINISTRATOR', 'AUDITOR'] as const) {
      expect(PERMISSIONS_OF[role]).not.toContain('submission.mark');
      expect(PERMISSIONS_OF[role]).not.toContain('evidence.keep');
    }
  });

  it('leaves no permission that no role carries', () => {
    const carried = new Set(ROLES.flatMap((role) => [...PERMISSIONS_OF[role]]));
    expect([...carried].sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it('leaves what is about the whole organisation out of a limited role', () => {
    expect(permissionsUnder('ADMINISTRATOR', [])).toContain('audit.read');
    expect(permissionsUnder('ADMINISTRATOR', ['unit'])).toEqual(['people.read', 'people.manage', 'issuance.operate']);
    expect(permissionsUnder('AUDITOR', ['unit'])).toEqual(['people.read', 'assessment.quality']);
  });

  it('leaves only what every limit of a grant can apply to', () => {
    expect(permissionsUnder('ASSESSOR', ['unit', 'achievement'])).toEqual(['submission.mark', 'decision.release']);
    expect(permissionsUnder('ASSESSMENT_LEAD', ['unit'])).toEqual([
      'assessment.lead',
      'appeal.decide',
      'assessment.quality',
    ]);
    expect(permissionsUnder('HR_DESIGNER', ['achievement'])).toEqual(['achievement.design', 'assessor.appoint']);
  });
});
