import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { NotAllowed } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { Organisation } from '../people/organisation.entity.js';
import { OrganisationType } from '../people/viewer.type.js';
import { CaseDoorService } from './case-door.service.js';

const OpenFrameworksResult = resultOf('OpenFrameworksResult', OrganisationType, [NotAllowed]);

@Resolver()
export class OpenFrameworksResolver {
  constructor(private readonly door: CaseDoorService) {}

  @Query(() => Boolean, {
    description: 'Whether strangers may read published frameworks by CASE; restricted ones they may not in any case.',
  })
  @Allow('framework.read')
  frameworksOpen(@CurrentViewer() viewer: Viewer): Promise<boolean> {
    return this.door.opensToStrangers(viewer);
  }

  @Mutation(() => OpenFrameworksResult, {
    description: 'Decides whether strangers may read published frameworks by CASE.',
  })
  @Allow('access.configure')
  openFrameworks(
    @CurrentViewer() viewer: Viewer,
    @Args('open', { description: 'Whether they may.' }) open: boolean,
  ): Promise<Organisation | NotAllowed> {
    return this.door.openToStrangers(viewer, open);
  }
}
