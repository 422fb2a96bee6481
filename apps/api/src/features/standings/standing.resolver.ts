import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import type { Standing } from './standing.rules.js';
import { SkillStandingType } from './standing.type.js';

@Resolver(() => SkillStandingType)
export class StandingResolver {
  constructor(
    private readonly skills: SkillsService,
    private readonly credentials: CredentialsService,
  ) {}

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() standing: Standing): Promise<SkillView | null> {
    return this.skills.skillById(viewer, standing.skillId);
  }

  @ResolveField(() => ProficiencyLevelType, { description: 'The level.' })
  level(@CurrentViewer() viewer: Viewer, @Parent() standing: Standing): Promise<ProficiencyLevel | null> {
    return this.skills.levelOf(viewer, standing.skillId, standing.ordinal);
  }

  @ResolveField(() => CredentialType, {
    nullable: true,
    description: 'What proves it; null where it is recognised from elsewhere.',
  })
  async credential(@CurrentViewer() viewer: Viewer, @Parent() standing: Standing): Promise<Credential | null> {
    return standing.credentialId ? this.credentials.byId(viewer, standing.credentialId) : null;
  }
}
