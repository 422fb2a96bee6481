import { allow } from '../../platform/access/policy.js';
import { VerificationKey } from './verification-key.entity.js';

allow('see', VerificationKey, (viewer) => viewer.mayEverywhere('access.configure'));
allow('revoke', VerificationKey, (viewer, it) => viewer.mayEverywhere('access.configure') && it.revokedAt === null);
