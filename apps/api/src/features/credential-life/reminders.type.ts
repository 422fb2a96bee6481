import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ReminderSettings', { description: 'When people are reminded that a badge ends.' })
export class ReminderSettingsType {
  @Field(() => [Int], { description: 'So many days before the end, the earliest first; none: nobody is reminded.' })
  days: number[];

  @Field({ description: 'Whether the line manager of the holder is told, too.' })
  tellsManager: boolean;

  @Field(() => Date, { nullable: true, description: 'When somebody changed it last.' })
  changedAt: Date | null;

  @Field(() => Int, { description: 'Counts changes; pass it back as expectedRevision.' })
  revision: number;
}

@InputType({ description: 'When people are to be reminded that a badge ends.' })
export class ReminderSettingsInput {
  @Field(() => [Int], { description: 'So many days before the end: at most six different numbers, 1 to 730.' })
  days: number[];

  @Field({ description: 'Whether the line manager of the holder is told, too.' })
  tellsManager: boolean;
}
