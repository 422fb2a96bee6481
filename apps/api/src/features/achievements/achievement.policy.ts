import { allow } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementVersion } from './achievement-version.entity.js';

const designs = (viewer: Viewer, { achievementId }: AchievementVersion) =>
  viewer.may('achievement.design', { achievementId });
const isCurrent = ({ state }: AchievementVersion) => state === 'PUBLISHED' || state === 'RETIRED';
const appoints = (viewer: Viewer, { achievementId }: AchievementVersion) =>
  viewer.may('assessor.appoint', { achievementId });

allow('read', AchievementVersion, (viewer, it) =>
  // What is published stands on public pages; a draft is its designers'.
  it.state === 'DRAFT' ? designs(viewer, it) : true,
);
allow('edit', AchievementVersion, (viewer, it) => designs(viewer, it) && it.state === 'DRAFT');
allow('publish', AchievementVersion, (viewer, it) => designs(viewer, it) && it.state === 'DRAFT');
allow('startNextVersion', AchievementVersion, (viewer, it) => designs(viewer, it) && isCurrent(it));
allow('retire', AchievementVersion, (viewer, it) => designs(viewer, it) && it.state === 'PUBLISHED');
allow('offerAgain', AchievementVersion, (viewer, it) => designs(viewer, it) && it.state === 'RETIRED');
allow('seeRecord', AchievementVersion, designs);
allow(
  'nameFounder',
  AchievementVersion,
  (viewer, it) => appoints(viewer, it) && (it.state === 'DRAFT' || it.state === 'PUBLISHED'),
);
allow('seeAssessors', AchievementVersion, appoints);
// Names of a panel, and what was marked.
allow('seeCutScore', AchievementVersion, designs);
