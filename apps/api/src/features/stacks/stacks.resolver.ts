import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { PersonType } from '../people/person.type.js';
import { StackProgressService } from './stack-progress.service.js';
import type { StackRisk } from './stack-risk.entity.js';
import { StackRiskConnection, StackRiskType } from './stack-risk.type.js';
import { StackRisksService } from './stack-risks.service.js';

const StackRiskResult = resultOf('StackRiskResult', StackRiskType, [InvalidInput, NotAllowed, NotFound]);

@Resolver()
export class StacksResolver {
  constructor(
    private readonly progress: StackProgressService,
    private readonly risks: StackRisksService,
  ) {}

  @Query(() => [AchievementVersionType], {
    description: 'What is earned through others and the viewer has begun, nearest first; at most six.',
  })
  @Allow('credential.hold')
  myStacks(@CurrentViewer() viewer: Viewer): Promise<AchievementVersion[]> {
    return this.progress.begun(viewer);
  }

  @Query(() => StackRiskConnection, {
    description: 'Badges of people whom the viewer keeps that rest on something that counts no longer, oldest first.',
  })
  @Allow('credential.govern')
  stacksAtRisk(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<StackRisk>> {
    return this.risks.waiting(viewer, { first, after });
  }

  @Mutation(() => StackRiskResult, {
    description:
      'Says that a badge stands although something that it rests on counts no longer. Its holder is told why.',
  })
  @Allow('credential.govern')
  keepStack(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The risk.' }) id: string,
    @Args('reason', { description: 'Why it stands; 1 to 1,000 characters.' }) reason: string,
  ): Promise<StackRisk | InvalidInput | NotAllowed | NotFound> {
    return this.risks.keep(viewer, id, reason);
  }
}

@Resolver(() => StackRiskType)
export class StackRiskResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => CredentialType, { nullable: true, description: 'The badge that was earned through others.' })
  credential(@CurrentViewer() viewer: Viewer, @Parent() risk: StackRisk): Promise<Credential | null> {
    return this.credentials.find(viewer, risk.credentialId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who said that it stands.' })
  decidedBy(@CurrentViewer() viewer: Viewer, @Parent() risk: StackRisk): Promise<Person | null> {
    return risk.decidedBy ? this.people.byId(viewer, risk.decidedBy) : Promise.resolve(null);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do about it: `keep`.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() risk: StackRisk): Promise<string[]> {
    await viewer.learn([risk.personId]);
    return viewerCan(viewer, risk);
  }
}

@Resolver(() => CredentialType)
export class CredentialStacksResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly progress: StackProgressService,
    private readonly risks: StackRisksService,
  ) {}

  @ResolveField(() => StackRiskType, {
    nullable: true,
    description: 'Where it was earned through others of which some count no longer; for its holder and who keeps it.',
  })
  stackRisk(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<StackRisk | null> {
    return this.risks.of(viewer, credential.id);
  }

  @ResolveField(() => [AchievementVersionType], {
    description: 'What can be earned through others and counts this one; at most six.',
  })
  async countsTowards(
    @CurrentViewer() viewer: Viewer,
    @Parent() credential: Credential,
  ): Promise<AchievementVersion[]> {
    const version = await this.achievements.versionById(viewer, credential.achievementVersionId);
    return version ? this.progress.counting(viewer, version.achievementId) : [];
  }
}
