import type { Viewer } from '../../platform/access/viewer.js';
import { allow } from '../../platform/access/policy.js';
import { AcceptedConversion, ScaleCrosswalk, SkillProposal, StrategyNote } from './governance.entity.js';

/** Who plans what the whole organisation needs. */
export const plans = (viewer: Viewer) => viewer.may('framework.manage') || viewer.mayEverywhere('achievement.design');

allow('read', SkillProposal, (viewer, it) => viewer.isSelf(it.proposedBy) || viewer.may('framework.manage'));
allow('decide', SkillProposal, (viewer, it) => it.state === 'WAITING' && viewer.may('framework.manage'));
allow('edit', ScaleCrosswalk, (viewer, it) => it.state === 'DRAFT' && viewer.may('framework.manage'));
// A second person: nobody agrees with themselves.
allow(
  'agree',
  ScaleCrosswalk,
  (viewer, it) => it.state === 'DRAFT' && viewer.may('framework.manage') && !viewer.isSelf(it.writtenBy),
);
allow('read', AcceptedConversion, (viewer, it) =>
  it.personId === null ? viewer.may('framework.manage') : viewer.isSelf(it.personId) || viewer.manages(it.personId),
);
allow('read', StrategyNote, (viewer) => plans(viewer));
