import { allow } from '../../platform/access/policy.js';
import { FrameworkImport } from './framework-import.entity.js';
import { SkillFramework } from './framework.entity.js';

// A draft is nobody's business yet but the designers'. What is published is named on public pages.
allow('read', SkillFramework, (viewer, it) => it.state !== 'DRAFT' || viewer.may('framework.manage'));
allow('read', FrameworkImport, (viewer) => viewer.may('framework.manage'));
allow(
  'apply',
  FrameworkImport,
  (viewer, it) => viewer.may('framework.manage') && it.state === 'PREVIEWED' && it.errors === 0,
);
allow(
  'cancel',
  FrameworkImport,
  (viewer, it) => viewer.may('framework.manage') && ['READING', 'PREVIEWED', 'FAILED'].includes(it.state),
);
const isWholeDraft = ({ state, contentState }: SkillFramework) => state === 'DRAFT' && contentState === 'WHOLE';
allow('publish', SkillFramework, (viewer, it) => viewer.may('framework.manage') && isWholeDraft(it));
allow('edit', SkillFramework, (viewer, it) => viewer.may('framework.manage') && isWholeDraft(it));
allow('startNextVersion', SkillFramework, (viewer, it) => viewer.may('framework.manage') && it.state === 'PUBLISHED');
