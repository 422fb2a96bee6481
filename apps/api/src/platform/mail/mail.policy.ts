import { allow } from '../access/policy.js';
import { Mail } from './mail.entity.js';

allow('read', Mail, (viewer) => viewer.may('access.configure'));
allow('again', Mail, (viewer, it) => viewer.may('access.configure') && it.state === 'FAILED');
