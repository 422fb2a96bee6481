import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { KeyScope, VerificationKey } from './verification-key.entity.js';
import { KeyScopeEnum, NewVerificationKey, VerificationKeyType } from './verification-key.type.js';
import { VerificationKeysService } from './verification-keys.service.js';

const MakeVerificationKeyResult = resultOf('MakeVerificationKeyResult', NewVerificationKey, [InvalidInput]);
const RevokeVerificationKeyResult = resultOf('RevokeVerificationKeyResult', VerificationKeyType, [
  NotAllowed,
  NotFound,
]);

@Resolver(() => VerificationKeyType)
export class VerificationKeysResolver {
  constructor(private readonly keys: VerificationKeysService) {}

  @Query(() => [VerificationKeyType], {
    description: 'Keys of systems that have badges checked, newest first; 200 at most.',
  })
  @Allow('access.configure')
  verificationKeys(@CurrentViewer() viewer: Viewer): Promise<VerificationKey[]> {
    return this.keys.all(viewer);
  }

  @Mutation(() => MakeVerificationKeyResult, { description: 'Makes a key for a system. Its words are told this once.' })
  @Allow('access.configure')
  makeVerificationKey(
    @CurrentViewer() viewer: Viewer,
    @Args('name', { description: 'Which system it is for; holders read this name.' }) name: string,
    @Args('scope', { type: () => KeyScopeEnum, description: 'What it may have checked.' }) scope: KeyScope,
    @Args('days', { type: () => Int, description: 'How long it lasts.' }) days: number,
  ): Promise<NewVerificationKey | InvalidInput> {
    return this.keys.make(viewer, { name, scope, days });
  }

  @Mutation(() => RevokeVerificationKeyResult, { description: 'Takes a key back at once.' })
  @Allow('access.configure')
  revokeVerificationKey(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<VerificationKey | NotAllowed | NotFound> {
    return this.keys.revoke(viewer, id);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() key: VerificationKey): string[] {
    return viewerCan(viewer, key);
  }
}
