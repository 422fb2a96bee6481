import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';

@ObjectType('Notification', { description: 'Something that the viewer is told.' })
export class NotificationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Which thing happened, e.g. BADGE_READY or OUTCOME_RELEASED.' })
  kind: string;

  @Field({ description: 'What happened, in a few words.' })
  title: string;

  @Field({ description: 'One sentence more.' })
  body: string;

  @Field(() => String, { nullable: true, description: 'The portal page where one goes on.' })
  path: string | null;

  @Field({ description: 'When it happened.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the viewer marked it read; null while unread.' })
  readAt: Date | null;
}

export const NotificationConnection = connectionOf(NotificationType, 'Notification');
