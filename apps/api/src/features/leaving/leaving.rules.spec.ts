import { addressProblem, claimState, hinted } from './leaving.rules.js';

describe('an address of one’s own', () => {
  it.each(['ola@example.net', 'O.Ferreira+badges@mail.example.net'])('%s can be one', (address) => {
    expect(addressProblem(address, 'ola@works.example.org')).toBeNull();
  });

  it.each([
    '',
    'ola',
    'ola@example',
    'a@example.net, b@example.net',
    'ola@example.net\r\nBcc: all@example.net',
    `${'x'.repeat(250)}@example.net`,
  ])('%j is none', (address) => {
    expect(addressProblem(address, 'ola@works.example.org')).toMatch(/one mail address/);
  });

  it('is not one that ends with the job, in whatever letters', () => {
    expect(addressProblem('ola.private@Works.Example.org', 'ola@works.example.org')).toMatch(/end with your job/);
    expect(addressProblem('ola@example.org', 'ola@works.example.org')).toBeNull();
  });

  it('is shown to others as too little to write to', () => {
    expect(hinted('ola@example.net')).toBe('o…@example.net');
  });
});

describe('the link of somebody who left', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const [before, after] = [new Date('2026-11-19T10:00:00Z'), new Date('2026-11-21T10:00:00Z')];
  const none = { askedAt: null, sentAt: null, expiresAt: null, usedAt: null };

  it('stands where its dates say', () => {
    expect(claimState(none, now)).toBeNull();
    expect(claimState({ ...none, askedAt: before }, now)).toBe('WAITING');
    expect(claimState({ ...none, askedAt: before, sentAt: before, expiresAt: after }, now)).toBe('SENT');
    expect(claimState({ ...none, askedAt: before, sentAt: before, expiresAt: now }, now)).toBe('EXPIRED');
    expect(claimState({ askedAt: before, sentAt: before, expiresAt: before, usedAt: before }, now)).toBe('USED');
  });
});
