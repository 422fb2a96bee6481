import { allow } from '../../platform/access/policy.js';
import { SignInSession } from './sign-in-session.entity.js';

allow('end', SignInSession, (viewer, it) => viewer.isSelf(it.personId) || viewer.may('access.configure'));
