import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { DigestTimeService } from './digest-time.service.js';
import {
  DigestTimeResult,
  DigestTimeType,
  MailRhythmEnum,
  NotificationPreferenceType,
  SetMailRhythmResult,
  TopicEnum,
} from './notification-preference.type.js';
import { NotificationPreferencesService } from './notification-preferences.service.js';
import type { MailRhythm, Topic } from './notification-topics.rules.js';

@Resolver(() => NotificationPreferenceType)
export class NotificationPreferencesResolver {
  constructor(
    private readonly digests: DigestTimeService,
    private readonly preferences: NotificationPreferencesService,
  ) {}

  @Query(() => [NotificationPreferenceType], {
    description: 'How the viewer is told of things by mail, every topic once.',
  })
  @Allow('signed-in')
  notificationPreferences(@CurrentViewer() viewer: Viewer): Promise<NotificationPreferenceType[]> {
    return this.preferences.mine(viewer);
  }

  @Mutation(() => SetMailRhythmResult, {
    description: 'Chooses how soon the viewer gets mail about a topic; holds for what is not sent yet, too.',
  })
  @Allow('signed-in')
  setMailRhythm(
    @CurrentViewer() viewer: Viewer,
    @Args('topic', { type: () => TopicEnum, description: 'The topic.' }) topic: Topic,
    @Args('rhythm', { type: () => MailRhythmEnum, description: 'How soon.' }) rhythm: MailRhythm,
  ): Promise<NotificationPreferenceType> {
    return this.preferences.choose(viewer, topic, rhythm);
  }

  @Query(() => DigestTimeType, { description: 'When mails go out that gather what happened.' })
  @Allow('signed-in')
  digestTime(@CurrentViewer() viewer: Viewer): Promise<DigestTimeType> {
    return this.digests.current(viewer);
  }

  @Mutation(() => DigestTimeResult, {
    description:
      'Changes when mails go out that gather what happened; what is gathered already goes out when it was due.',
  })
  @Allow('access.configure')
  changeDigestTime(
    @CurrentViewer() viewer: Viewer,
    @Args('hour', { type: () => Int, description: 'A full hour, from 0 to 23.' }) hour: number,
    @Args('timeZone', { description: 'A name such as Europe/Berlin, or UTC.' }) timeZone: string,
  ): Promise<DigestTimeType | InvalidInput | NotAllowed> {
    return this.digests.change(viewer, { hour, timeZone });
  }
}
