import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { Award } from './award.entity.js';
import { AwardType, IssuanceType } from './award.type.js';
import { Credential } from './credential.entity.js';
import { CredentialType, ShareGrantType } from './credential.type.js';
import { CredentialsService } from './credentials.service.js';
import { type Issuance, IssuanceConsoleService } from './issuance-console.service.js';
import { type BehindCredential, ShareEvidenceService } from './share-evidence.service.js';
import { type ShareDay, ShareLogService } from './share-log.service.js';
import { EvidenceBehindType, ShareDayType, ShareSendingType } from './share.type.js';
import { ShareGrant } from './share-grant.entity.js';
import { ShareMailService } from './share-mail.service.js';
import { SharesService } from './shares.service.js';

@Resolver(() => AwardType)
export class AwardResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly issuances: IssuanceConsoleService,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who has earned it.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() award: Award): Promise<Person | null> {
    return this.people.byId(viewer, award.personId);
  }

  @ResolveField(() => AchievementVersionType, { description: 'What was earned.' })
  achievementVersion(@CurrentViewer() viewer: Viewer, @Parent() award: Award): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, award.achievementVersionId);
  }

  @ResolveField(() => CredentialType, {
    nullable: true,
    description: 'Its credential; null while it waits to be signed.',
  })
  async credential(@CurrentViewer() viewer: Viewer, @Parent() award: Award): Promise<Credential | null> {
    const credential = await this.credentials.credentialOfAward(viewer, award.id);
    return credential && this.credentials.find(viewer, credential.id);
  }

  @ResolveField(() => IssuanceType, { nullable: true, description: 'Operators only: how issuance stands.' })
  issuance(@CurrentViewer() viewer: Viewer, @Parent() award: Award): Promise<Issuance | null> {
    return this.issuances.issuanceOf(viewer, award);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with this award.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() award: Award): Promise<string[]> {
    await viewer.learn([award.personId]);
    return viewerCan(viewer, award);
  }
}

@Resolver(() => CredentialType)
export class CredentialResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly shares: SharesService,
    private readonly behind: ShareEvidenceService,
  ) {}

  @ResolveField(() => AwardType, { description: 'The award it states.' })
  award(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<Award | null> {
    return this.credentials.awardById(viewer, credential.awardId);
  }

  @ResolveField(() => CredentialType, { nullable: true, description: 'The one that it renews.' })
  async renews(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<Credential | null> {
    const award = await this.credentials.awardById(viewer, credential.awardId);
    return award?.renewsId ? this.newestOf(viewer, award.renewsId) : null;
  }

  @ResolveField(() => CredentialType, { nullable: true, description: 'The one that took its place by renewal.' })
  async renewedBy(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<Credential | null> {
    const award = await this.credentials.renewalOf(viewer, credential.awardId);
    return award && this.newestOf(viewer, award.id);
  }

  private async newestOf(viewer: Viewer, awardId: string): Promise<Credential | null> {
    const newest = await this.credentials.credentialOfAward(viewer, awardId);
    return newest && this.credentials.find(viewer, newest.id);
  }

  @ResolveField(() => PersonType, { description: 'Its holder.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<Person | null> {
    return this.people.byId(viewer, credential.personId);
  }

  @ResolveField(() => AchievementVersionType, { description: 'What was earned.' })
  achievementVersion(
    @CurrentViewer() viewer: Viewer,
    @Parent() credential: Credential,
  ): Promise<AchievementVersion | null> {
    return this.achievements.versionById(viewer, credential.achievementVersionId);
  }

  @ResolveField(() => Boolean, { description: 'Whether its last moment has passed.' })
  expired(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): boolean {
    return credential.validUntil !== null && credential.validUntil < viewer.now;
  }

  @ResolveField(() => Boolean, { description: 'Whether it can be taken along as a signed token (VC-JWT).' })
  tokenSigned(@Parent() credential: Credential): boolean {
    return credential.tokenSignature !== null;
  }

  @ResolveField(() => [EvidenceBehindType], { description: 'The evidence behind it, for its holder to choose from.' })
  evidenceBehind(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<BehindCredential[]> {
    return this.behind.ofOwn(viewer, credential);
  }

  @ResolveField(() => [ShareGrantType], { description: 'Its links, for its holder.' })
  shareGrants(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<ShareGrant[]> {
    return this.shares.grantsOf(viewer, credential);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with this credential.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): string[] {
    return viewerCan(viewer, credential);
  }
}

@Resolver(() => ShareGrantType)
export class ShareGrantResolver {
  constructor(
    private readonly shares: SharesService,
    private readonly shareMail: ShareMailService,
    private readonly log: ShareLogService,
  ) {}

  @ResolveField(() => Int, { description: 'How many pieces of evidence it shows.' })
  evidenceCount(@Parent() grant: ShareGrant): number {
    return grant.evidence.length;
  }

  @ResolveField(() => [ShareDayType], {
    description: 'How it was used, newest days first: at most sixty lines. Nobody is told apart.',
  })
  days(@CurrentViewer() viewer: Viewer, @Parent() grant: ShareGrant): Promise<ShareDay[]> {
    return this.log.of(viewer, grant);
  }

  @ResolveField(() => [ShareSendingType], { description: 'To whom its holder sent it from here, the newest last.' })
  sent(@CurrentViewer() viewer: Viewer, @Parent() grant: ShareGrant): Promise<ShareSendingType[]> {
    return this.shareMail.sentOf(viewer, grant);
  }

  @ResolveField(() => String, { description: 'The address to pass on.' })
  url(@Parent() grant: ShareGrant): string {
    return this.shares.urlOf(grant);
  }
}
