import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { RenewalPlan } from './renewal.rules.js';
import { RenewalCriterionType, RenewalType } from './renewal.type.js';
import { type Earned, RenewalsService } from './renewals.service.js';
import type { Submission } from './submission.entity.js';
import { isOver } from './submission.lifecycle.js';
import { SubmissionType } from './submission.type.js';
import { SubmissionsService } from './submissions.service.js';

interface RenewalView extends RenewalType {
  earned: Earned;
  offered: AchievementVersion | null;
}

@Resolver(() => CredentialType)
export class CredentialRenewalResolver {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly renewals: RenewalsService,
    private readonly submissions: SubmissionsService,
  ) {}

  @ResolveField(() => RenewalType, {
    nullable: true,
    description: 'Renewing it; for its holder, and only of what was earned last.',
  })
  async renewal(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<RenewalView | null> {
    if (!viewer.isSelf(credential.personId)) return null;
    const held = await this.achievements.versionById(viewer, credential.achievementVersionId);
    const earned = held && (await this.renewals.earned(viewer, held.achievementId));
    if (!held || earned?.award.credentialId !== credential.id) return null;
    const offered = await this.achievements.publishedOf(viewer, held.achievementId);
    const running = await this.submissions.mineAt(viewer, held.achievementId);
    return {
      ...{ reason: earned.reason, opensOn: earned.opensOn, achievementVersionId: offered?.id ?? null },
      submissionId: running && !isOver(running.state) ? running.id : null,
      ...{ earned, offered },
    };
  }
}

@Resolver(() => RenewalType)
export class RenewalResolver {
  constructor(private readonly renewals: RenewalsService) {}

  @ResolveField(() => Int, { description: 'Of how many criteria what was met counts on.' })
  async carries(@CurrentViewer() viewer: Viewer, @Parent() renewal: RenewalView): Promise<number> {
    return (await this.plan(viewer, renewal)).carried.length;
  }

  @ResolveField(() => [RenewalCriterionType], { description: 'What is asked again or for the first time.' })
  async asks(@CurrentViewer() viewer: Viewer, @Parent() renewal: RenewalView): Promise<RenewalCriterionType[]> {
    const { asked } = await this.plan(viewer, renewal);
    const criteria = renewal.offered?.rubric.criteria ?? [];
    return asked.map((each) => ({ ...each, title: criteria.find(({ id }) => id === each.criterionId)?.title ?? '' }));
  }

  private plan(viewer: Viewer, { earned, offered, reason }: RenewalView): Promise<RenewalPlan> {
    if (!reason || !offered) return Promise.resolve({ carried: [], asked: [] });
    return this.renewals.planOf(viewer, earned.award, offered);
  }
}

@Resolver(() => SubmissionType)
export class SubmissionRenewsResolver {
  constructor(private readonly credentials: CredentialsService) {}

  @ResolveField(() => CredentialType, { nullable: true, description: 'The badge that it renews, for its candidate.' })
  async renews(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Credential | null> {
    if (!submission.renewsId || !can(viewer, 'read', submission)) return null;
    const held = await this.credentials.credentialOfAward(viewer, submission.renewsId);
    return held && this.credentials.find(viewer, held.id);
  }
}
