import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import type { SkillFramework } from './framework.entity.js';
import { FrameworkResult } from './framework.type.js';
import { CreateFrameworkInput } from './own-framework.inputs.js';
import { OwnFrameworkService } from './own-framework.service.js';

@Resolver()
export class OwnFrameworkResolver {
  constructor(private readonly service: OwnFrameworkService) {}

  @Mutation(() => FrameworkResult, { description: 'Begins a framework of the organisation’s own as an empty draft.' })
  @Allow('framework.manage')
  createFramework(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CreateFrameworkInput,
  ): Promise<SkillFramework | InvalidInput | NotAllowed> {
    return this.service.create(viewer, input);
  }
}
