import { allow } from '../../platform/access/policy.js';
import { SkillFramework } from './framework.entity.js';

// A draft is nobody's business yet but the designers'.
allow('read', SkillFramework, (viewer, it) => viewer.may(it.state === 'DRAFT' ? 'framework.manage' : 'framework.read'));
allow('publish', SkillFramework, (viewer, it) => viewer.may('framework.manage') && it.state === 'DRAFT');
