import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Credential } from './credential.entity.js';
import { CredentialType, ShareGrantType } from './credential.type.js';
import { CredentialsService } from './credentials.service.js';
import { SendShareInput, ShareLetterType, ShareScopeInput } from './share.type.js';
import type { ShareGrant } from './share-grant.entity.js';
import { ShareMailService } from './share-mail.service.js';
import { SharesService } from './shares.service.js';

const ShareCredentialResult = resultOf('ShareCredentialResult', ShareGrantType, [InvalidInput, NotAllowed, NotFound]);

@Resolver()
export class CredentialsResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly shares: SharesService,
    private readonly shareMail: ShareMailService,
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

  @Query(() => ShareLetterType, {
    nullable: true,
    description: 'The letter in which a link of the viewer’s would be sent; null for links of others.',
  })
  @Allow('credential.hold')
  shareLetter(
    @CurrentViewer() viewer: Viewer,
    @Args('shareId', { type: () => ID }) shareId: string,
    @Args('words', { description: 'What the viewer adds.' }) words: string,
  ): Promise<ShareLetterType | null> {
    return this.shareMail.preview(viewer, shareId, words);
  }

  @Mutation(() => ShareCredentialResult, { description: 'Sends a link of the viewer’s to an address, as a letter.' })
  @Allow('credential.hold')
  sendShare(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: SendShareInput,
  ): Promise<ShareGrant | InvalidInput | NotAllowed | NotFound> {
    return this.shareMail.send(viewer, input);
  }

  @Mutation(() => ShareCredentialResult, {
    description: 'Tries a letter with a link of the viewer’s again that failed.',
  })
  @Allow('credential.hold')
  sendShareAgain(
    @CurrentViewer() viewer: Viewer,
    @Args('shareId', { type: () => ID }) shareId: string,
    @Args('letterId', { type: () => ID }) letterId: string,
  ): Promise<ShareGrant | NotAllowed | NotFound> {
    return this.shareMail.again(viewer, shareId, letterId);
  }

  @Mutation(() => ShareCredentialResult, { description: 'Ends a link at once.' })
  @Allow('credential.hold')
  endShare(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ShareGrant | NotAllowed | NotFound> {
    return this.shares.end(viewer, id);
  }
}
