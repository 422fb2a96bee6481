import { badgeOf } from './held.rules.js';

const credential = { id: 'c', status: 'ACTIVE', expired: false };

it('tells a badge that counts from one that ended, one that is being signed and none', () => {
  expect(badgeOf({ award: { state: 'ISSUED', credential } })).toBe('held');
  expect(badgeOf({ award: { state: 'ISSUED', credential: { ...credential, expired: true } } })).toBe('ended');
  expect(badgeOf({ award: { state: 'ISSUED', credential: { ...credential, status: 'REVOKED' } } })).toBe('ended');
  expect(badgeOf({ award: { state: 'PENDING', credential: null } })).toBe('signing');
  expect(badgeOf({ award: { state: 'CANCELLED', credential: null } })).toBe('none');
  expect(badgeOf({ award: null })).toBe('none');
});
