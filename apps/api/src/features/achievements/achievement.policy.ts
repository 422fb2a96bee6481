import { allow } from '../../platform/access/policy.js';
import { AchievementVersion } from './achievement-version.entity.js';

allow('read', AchievementVersion, (viewer, it) =>
  it.state === 'DRAFT' ? viewer.may('achievement.design') : viewer.may('achievement.read'),
);
allow('edit', AchievementVersion, (viewer, it) => viewer.may('achievement.design') && it.state === 'DRAFT');
allow('publish', AchievementVersion, (viewer, it) => viewer.may('achievement.design') && it.state === 'DRAFT');
allow(
  'startNextVersion',
  AchievementVersion,
  (viewer, it) => viewer.may('achievement.design') && it.state === 'PUBLISHED',
);
allow('nameFounder', AchievementVersion, (viewer, it) => viewer.may('assessor.appoint') && it.state !== 'SUPERSEDED');
