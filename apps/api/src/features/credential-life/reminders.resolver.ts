import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { ReminderSetting } from '../credentials/reminder-setting.entity.js';
import { ReminderSettingsService } from '../credentials/reminder-settings.service.js';
import { ReminderSettingsInput, ReminderSettingsType } from './reminders.type.js';

const ReminderSettingsResult = resultOf('ReminderSettingsResult', ReminderSettingsType, [
  InvalidInput,
  ChangedMeanwhile,
  NotAllowed,
]);

@Resolver()
export class RemindersResolver {
  constructor(private readonly settings: ReminderSettingsService) {}

  @Query(() => ReminderSettingsType, { description: 'When people are reminded that a badge ends.' })
  @Allow('credential.govern')
  reminderSettings(@CurrentViewer() viewer: Viewer): Promise<ReminderSetting> {
    return this.settings.current(viewer);
  }

  @Mutation(() => ReminderSettingsResult, {
    description:
      'Changes when people are reminded, for all badges and from now on. Nobody is told twice of one reminder.',
  })
  @Allow('credential.govern')
  changeReminderSettings(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ReminderSettingsInput,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ) {
    return this.settings.change(viewer, input, expectedRevision);
  }
}
