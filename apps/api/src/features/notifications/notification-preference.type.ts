import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { MAIL_RHYTHMS, type MailRhythm, TOPICS, type Topic } from './notification-topics.rules.js';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;

export const MailRhythmEnum = enumOf(MAIL_RHYTHMS);
registerEnumType(MailRhythmEnum, {
  name: 'MailRhythm',
  description: 'How soon somebody gets a mail about a thing; in the portal everything stands at once.',
  valuesMap: {
    NOW: { description: 'Within a minute.' },
    DAILY: { description: 'Together, at the hour that the organisation has set; what was read by then is left out.' },
    WEEKLY: { description: 'Together, on Mondays at that hour; what was read by then is left out.' },
    OFF: { description: 'Never.' },
  },
});

export const TopicEnum = enumOf(TOPICS);
registerEnumType(TopicEnum, {
  name: 'NotificationTopic',
  description: 'What notifications are about.',
  valuesMap: {
    SUBMISSIONS: { description: 'Your own submissions: outcomes, what comes back, appeals.' },
    BADGES: { description: 'Your own badges.' },
    EVIDENCE: { description: 'Who opened your evidence, and what witnesses said.' },
    COURSES: { description: 'Courses that you finished.' },
    TEAM: { description: 'What your reports should not miss, for their line manager.' },
    REVIEWS: { description: 'What waits for you as an assessor.' },
    LEADING: { description: 'What waits for you as somebody who leads assessment.' },
    PROGRAMME: { description: 'What waits for those who design the programme.' },
    REPORTS: { description: 'Reports that one keeps, on the day one chose.' },
    ACCESS: { description: 'Roles that wait for you as an administrator.' },
  },
});

@ObjectType('NotificationPreference', { description: 'How the viewer is told of one topic by mail.' })
export class NotificationPreferenceType {
  @Field(() => TopicEnum, { description: 'The topic.' })
  topic: Topic;

  @Field(() => MailRhythmEnum, { description: 'How soon a mail comes.' })
  rhythm: MailRhythm;

  @Field({ description: 'Whether the viewer chose it; else it is what everybody begins with.' })
  isChosen: boolean;
}

export const SetMailRhythmResult = resultOf('SetMailRhythmResult', NotificationPreferenceType, []);

@ObjectType('DigestTime', {
  description: 'When mails go out that gather what happened; one for the whole organisation.',
})
export class DigestTimeType {
  @Field(() => Int, { description: 'The full hour, from 0 to 23.' })
  hour: number;

  @Field({ description: 'By whose clocks, such as Europe/Berlin.' })
  timeZone: string;
}

export const DigestTimeResult = resultOf('DigestTimeResult', DigestTimeType, [InvalidInput, NotAllowed]);
