import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export const MENTOR_REQUEST_STATES = ['WAITING', 'ACCEPTED', 'DECLINED', 'ENDED', 'OVER'] as const;
export type MentorRequestState = (typeof MENTOR_REQUEST_STATES)[number];
export const MentorRequestStateEnum = Object.fromEntries(MENTOR_REQUEST_STATES.map((state) => [state, state])) as {
  [S in MentorRequestState]: S;
};
registerEnumType(MentorRequestStateEnum, {
  name: 'MentorRequestState',
  description: 'Whether somebody who was asked to help said yes or no, helps no longer, or was too late to answer.',
});

@ObjectType('MentorRequest', { description: 'Somebody is asked to help with prior learning.' })
export class MentorRequestType {
  @Field(() => ID, { description: 'The submission that it is about.' })
  submissionId: string;

  @Field(() => Date, { description: 'When.' })
  askedAt: Date;

  @Field({ description: 'What the candidate wrote.' })
  message: string;
}

@ObjectType('MentorNote', { description: 'What mentor and candidate write to each other. It is not handed in.' })
export class MentorNoteType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The criterion that it is about; null: all of it.' })
  criterionId: string | null;

  @Field({ description: 'The words.' })
  words: string;

  @Field(() => Date, { description: 'When.' })
  at: Date;
}
