import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { InvalidInput } from '../../platform/graphql/refusal.js';
import { OwnKeysService } from './own-keys.service.js';
import { KeepOwnKeysResult, OwnKeyInput, OwnKeysType } from './own-keys.type.js';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class OwnKeysResolver {
  constructor(private readonly keys: OwnKeysService) {}

  @ResolveField(() => OwnKeysType, { nullable: true, description: 'Their keys; null where they never chose any.' })
  ownKeys(@CurrentViewer() viewer: Viewer): Promise<OwnKeysType | null> {
    return this.keys.mine(viewer);
  }

  @Mutation(() => KeepOwnKeysResult, {
    description: 'Keeps the keys that the viewer chose, in the place of those kept before; they hold in every browser.',
  })
  @Allow('signed-in')
  keepOwnKeys(
    @CurrentViewer() viewer: Viewer,
    @Args('single', { description: 'Whether single keys act at all.' }) single: boolean,
    @Args('own', { type: () => [OwnKeyInput], description: 'All that are changed.' }) own: OwnKeyInput[],
  ): Promise<OwnKeysType | InvalidInput> {
    return this.keys.keep(viewer, single, own);
  }
}
