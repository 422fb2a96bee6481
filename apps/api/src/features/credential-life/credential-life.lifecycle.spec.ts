import { CHANGE_KINDS, causesOf, mayChange, needsTwo } from './credential-life.lifecycle.js';

describe('what may follow on what', () => {
  it.each([
    ['ACTIVE', false, ['SUSPEND', 'REVOKE', 'CORRECT']],
    ['ACTIVE', true, ['REVOKE', 'CORRECT']],
    ['SUSPENDED', false, ['REINSTATE', 'REVOKE']],
    ['SUSPENDED', true, ['REINSTATE', 'REVOKE']],
    ['REVOKED', false, []],
    ['REVOKED', true, []],
  ] as const)('%s, ended %s: %j', (status, expired, kinds) => {
    expect(CHANGE_KINDS.filter((kind) => mayChange(status, expired, kind))).toEqual(kinds);
  });

  it('asks a second person where somebody is said to have cheated, and only there', () => {
    const causes = new Set(CHANGE_KINDS.flatMap((kind) => causesOf(kind)));
    expect([...causes].filter(needsTwo)).toEqual(['MALPRACTICE']);
  });
});
