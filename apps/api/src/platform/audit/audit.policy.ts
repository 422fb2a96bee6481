import { allow } from '../access/policy.js';
import { AuditEntry } from './audit-entry.entity.js';

allow('read', AuditEntry, (viewer) => viewer.may('audit.read'));
