import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { SetupSteps } from './setup-steps.service.js';
import { SetupStepType } from './setup-steps.type.js';

@Resolver()
export class SetupStepsResolver {
  constructor(private readonly steps: SetupSteps) {}

  @Query(() => [SetupStepType], {
    description: 'What an installation needs before its first badge, and what of it is done.',
  })
  @Allow('people.manage')
  setupChecklist(@CurrentViewer() viewer: Viewer): Promise<SetupStepType[]> {
    return this.steps.checklist(viewer);
  }
}
