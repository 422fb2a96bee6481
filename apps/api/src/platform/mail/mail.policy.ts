import { allow } from '../access/policy.js';
import { Mail } from './mail.entity.js';

allow('read', Mail, (viewer) => viewer.mayEverywhere('access.configure'));
allow('again', Mail, (viewer, it) => viewer.mayEverywhere('access.configure') && it.state === 'FAILED');
