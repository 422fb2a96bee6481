import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Award, AwardState } from './award.entity.js';
import { AwardConnection, AwardStateEnum, AwardType, IssuanceCountsType } from './award.type.js';
import type { Credential } from './credential.entity.js';
import { CredentialType, ShareGrantType } from './credential.type.js';
import { AlreadyIssued } from './credentials.refusals.js';
import { CredentialsService } from './credentials.service.js';
import { type IssuanceCounts, IssuanceService } from './issuance.service.js';
import { ShareScopeInput } from './share.type.js';
import type { ShareGrant } from './share-grant.entity.js';
import { SharesService } from './shares.service.js';

const ShareCredentialResult = resultOf('ShareCredentialResult', ShareGrantType, [InvalidInput, NotAllowed, NotFound]);
const AwardResult = resultOf('AwardResult', AwardType, [NotAllowed, NotFound, AlreadyIssued]);

@Resolver()
export class CredentialsResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly issuance: IssuanceService,
    private readonly shares: SharesService,
  ) {}

  @Query(() => [CredentialType], { description: 'What the viewer holds, newest first.' })
  @Allow('credential.hold')
  myCredentials(@CurrentViewer() viewer: Viewer): Promise<Credential[]> {
    return this.credentials.mine(viewer);
  }

  @Query(() => CredentialType, {
    nullable: true,
    description: 'One credential, for its holder and their line manager.',
  })
  @Allow('credential.hold')
  credential(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Credential | null> {
    return this.credentials.find(viewer, id);
  }

  @Query(() => AwardConnection, { description: 'Awards and how their issuance stands, for operators; newest first.' })
  @Allow('issuance.operate')
  issuances(
    @CurrentViewer() viewer: Viewer,
    @Args('state', { type: () => AwardStateEnum, nullable: true }) state?: AwardState | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<Award>> {
    return this.issuance.page(viewer, { state, first, after });
  }

  @Query(() => IssuanceCountsType, { description: 'How many awards stand where.' })
  @Allow('issuance.operate')
  issuanceCounts(@CurrentViewer() viewer: Viewer): Promise<IssuanceCounts> {
    return this.issuance.counts(viewer);
  }

  @Mutation(() => ShareCredentialResult, { description: 'Makes a link that shows this credential to whoever has it.' })
  @Allow('credential.hold')
  shareCredential(
    @CurrentViewer() viewer: Viewer,
    @Args('credentialId', { type: () => ID }) credentialId: string,
    @Args('expiresAt', { type: () => Date, nullable: true, description: 'When it ends by itself. Left out: not.' })
    expiresAt?: Date | null,
    @Args('scope', { type: () => ShareScopeInput, nullable: true, description: 'What else it shows, and what for.' })
    scope?: ShareScopeInput | null,
  ): Promise<ShareGrant | InvalidInput | NotAllowed | NotFound> {
    return this.shares.share(viewer, {
      ...{ credentialId, expiresAt: expiresAt ?? null },
      ...{ purpose: scope?.purpose ?? '', furtherIds: scope?.furtherIds ?? [], evidence: scope?.evidence ?? [] },
    });
  }

  @Mutation(() => ShareCredentialResult, { description: 'Ends a link at once.' })
  @Allow('credential.hold')
  endShare(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ShareGrant | NotAllowed | NotFound> {
    return this.shares.end(viewer, id);
  }

  @Mutation(() => AwardResult, { description: 'Tries again to issue the credential of an award.' })
  @Allow('issuance.operate')
  retryIssuance(
    @CurrentViewer() viewer: Viewer,
    @Args('awardId', { type: () => ID }) awardId: string,
  ): Promise<Award | NotFound | NotAllowed | AlreadyIssued> {
    return this.issuance.retry(viewer, awardId);
  }
}
