import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { EvidenceItemType } from '../submissions/evidence-item.type.js';
import type { EvidenceItem } from '../submissions/evidence-item.entity.js';
import type { ExternalCredential } from './external-credential.entity.js';
import {
  ExternalCredentialConnection,
  ExternalCredentialType,
  RemovedExternalCredential,
} from './external-credential.type.js';
import { ExternalCredentialsService } from './external-credentials.service.js';
import { RecognisingService } from './recognising.service.js';
import {
  BringCredentialInput,
  DecideExternalCredentialInput,
  SendExternalCredentialInput,
} from './recognition.inputs.js';

const ExternalCredentialResult = resultOf('ExternalCredentialResult', ExternalCredentialType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const RemoveExternalCredentialResult = resultOf('RemoveExternalCredentialResult', RemovedExternalCredential, [
  NotAllowed,
  NotFound,
]);
const KeepAsEvidenceResult = resultOf('KeepAsEvidenceResult', EvidenceItemType, [NotAllowed, NotFound]);
type Answer = Promise<ExternalCredential | InvalidInput | NotAllowed | NotFound>;

@Resolver()
export class RecognitionResolver {
  constructor(
    private readonly external: ExternalCredentialsService,
    private readonly recognising: RecognisingService,
  ) {}

  @Query(() => [ExternalCredentialType], {
    description: 'Badges that the viewer earned elsewhere, newest first; a hundred at most.',
  })
  @Allow('credential.hold')
  myExternalCredentials(@CurrentViewer() viewer: Viewer): Promise<ExternalCredential[]> {
    return this.external.mine(viewer);
  }

  @Query(() => ExternalCredentialType, {
    nullable: true,
    description:
      'One badge from elsewhere: for its holder; once sent for those who keep credentials; once recognised for the line manager.',
  })
  @Allow('signed-in')
  externalCredential(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ExternalCredential | null> {
    return this.external.find(viewer, id);
  }

  @Query(() => ExternalCredentialConnection, {
    description:
      'Badges from elsewhere of people whom the viewer keeps: those that wait, the longest first, or those decided, newest first.',
  })
  @Allow('credential.govern')
  externalCredentials(
    @CurrentViewer() viewer: Viewer,
    @Args('waiting', { defaultValue: true, description: 'Those that wait, or those that were decided.' })
    waiting: boolean,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<ExternalCredential>> {
    return this.recognising.page(viewer, { waiting, first, after });
  }

  @Mutation(() => ExternalCredentialResult, {
    description: 'Brings a badge that was earned elsewhere. It is checked at once.',
  })
  @Allow('credential.hold')
  bringCredential(@CurrentViewer() viewer: Viewer, @Args('input') input: BringCredentialInput): Answer {
    return this.external.bring(viewer, input);
  }

  @Mutation(() => ExternalCredentialResult, { description: 'Has a badge from elsewhere checked again.' })
  @Allow('signed-in')
  checkExternalCredential(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Answer {
    return this.external.checkAgain(viewer, id);
  }

  @Mutation(() => ExternalCredentialResult, { description: 'Asks what a badge from elsewhere counts for.' })
  @Allow('credential.hold')
  sendExternalCredential(@CurrentViewer() viewer: Viewer, @Args('input') input: SendExternalCredentialInput): Answer {
    return this.external.send(viewer, input);
  }

  @Mutation(() => ExternalCredentialResult, { description: 'Takes back what waits to be looked at.' })
  @Allow('credential.hold')
  takeBackExternalCredential(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Answer {
    return this.external.takeBack(viewer, id);
  }

  @Mutation(() => RemoveExternalCredentialResult, {
    description: 'Removes a badge from elsewhere that nobody was asked about.',
  })
  @Allow('credential.hold')
  removeExternalCredential(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RemovedExternalCredential | NotAllowed | NotFound> {
    return this.external.remove(viewer, id);
  }

  @Mutation(() => KeepAsEvidenceResult, {
    description: 'Puts what a badge from elsewhere says into the holder’s evidence library.',
  })
  @Allow('evidence.keep')
  keepExternalCredentialAsEvidence(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<EvidenceItem | NotAllowed | NotFound> {
    return this.external.keepAsEvidence(viewer, id);
  }

  @Mutation(() => ExternalCredentialResult, {
    description: 'Decides what a badge from elsewhere counts for. Deciding again replaces the earlier decision.',
  })
  @Allow('credential.govern')
  decideExternalCredential(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: DecideExternalCredentialInput,
  ): Answer {
    return this.recognising.decide(viewer, input);
  }
}
