import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { MentorNote, MentorRequest } from './mentoring.entity.js';
import { MentoringService } from './mentoring.service.js';
import {
  MentorNoteType,
  type MentorRequestState,
  MentorRequestStateEnum,
  MentorRequestType,
} from './mentoring.type.js';
import type { Submission } from './submission.entity.js';
import { SubmissionType } from './submission.type.js';
import { SubmissionsService } from './submissions.service.js';

const MentoredSubmissionResult = resultOf('MentoredSubmissionResult', SubmissionType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const MentorRequestResult = resultOf('MentorRequestResult', MentorRequestType, [NotAllowed, NotFound]);
const MentorNoteResult = resultOf('MentorNoteResult', MentorNoteType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => MentorRequestType)
export class MentoringResolver {
  constructor(
    private readonly service: MentoringService,
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  @Query(() => [MentorRequestType], { description: 'Whom the viewer was asked to help with prior learning.' })
  @Allow('submission.write')
  mentoringAskedOfMe(@CurrentViewer() viewer: Viewer): Promise<MentorRequest[]> {
    return this.service.askedOf(viewer);
  }

  @Query(() => SubmissionType, {
    nullable: true,
    description: 'A draft that the viewer helps with, as long as it is written. Files stay with their owner.',
  })
  @Allow('submission.write')
  mentoredSubmission(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Submission | null> {
    return this.service.mentored(viewer, id);
  }

  @Mutation(() => MentoredSubmissionResult, {
    description: 'Asks a colleague to help with prior learning. Whoever says yes never assesses this person.',
  })
  @Allow('submission.write')
  askMentor(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('message') message: string,
  ): Promise<Submission | InvalidInput | NotAllowed | NotFound> {
    return this.service.ask(viewer, submissionId, personId, message);
  }

  @Mutation(() => MentorRequestResult, { description: 'Says yes or no to helping.' })
  @Allow('submission.write')
  answerMentoring(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('accepts') accepts: boolean,
  ): Promise<MentorRequest | NotAllowed | NotFound> {
    return this.service.answer(viewer, submissionId, accepts);
  }

  @Mutation(() => MentorRequestResult, {
    description: 'Ends the help, by mentor or candidate. That they helped stays known to those who choose assessors.',
  })
  @Allow('submission.write')
  endMentoring(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
  ): Promise<MentorRequest | NotFound> {
    return this.service.end(viewer, submissionId);
  }

  @Mutation(() => MentorNoteResult, { description: 'A note between mentor and candidate. It is not handed in.' })
  @Allow('submission.write')
  writeMentorNote(
    @CurrentViewer() viewer: Viewer,
    @Args('submissionId', { type: () => ID }) submissionId: string,
    @Args('words') words: string,
    @Args('criterionId', { type: () => ID, nullable: true }) criterionId?: string | null,
  ): Promise<MentorNote | InvalidInput | NotAllowed | NotFound> {
    return this.service.note(viewer, submissionId, criterionId ?? null, words);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who is asked.' })
  mentor(@CurrentViewer() viewer: Viewer, @Parent() request: MentorRequest): Promise<Person | null> {
    return this.people.byId(viewer, request.personId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who asks; for who is asked.' })
  async candidate(@CurrentViewer() viewer: Viewer, @Parent() request: MentorRequest): Promise<Person | null> {
    const asked = await this.service.whatIsAsked(viewer, request.submissionId);
    return asked && this.people.byId(viewer, asked.candidateId);
  }

  @ResolveField(() => String, { nullable: true, description: 'What they work for, by name; for who is asked.' })
  async achievementName(@CurrentViewer() viewer: Viewer, @Parent() request: MentorRequest): Promise<string | null> {
    const asked = await this.service.whatIsAsked(viewer, request.submissionId);
    return asked && ((await this.achievements.versionById(viewer, asked.achievementVersionId))?.name ?? null);
  }

  @ResolveField(() => MentorRequestStateEnum, { description: 'What came of it.' })
  async state(@CurrentViewer() viewer: Viewer, @Parent() request: MentorRequest): Promise<MentorRequestState> {
    if (request.accepted === null)
      return (await this.service.whatIsAsked(viewer, request.submissionId))?.open === false ? 'OVER' : 'WAITING';
    if (!request.accepted) return 'DECLINED';
    const helps = await this.service.mentorshipOf(viewer, request);
    return helps && helps.endedAt === null ? 'ACCEPTED' : 'ENDED';
  }

  @ResolveField(() => SubmissionType, {
    nullable: true,
    description: 'The draft, for its candidate and for the mentor as long as it is written.',
  })
  async submission(@CurrentViewer() viewer: Viewer, @Parent() request: MentorRequest): Promise<Submission | null> {
    return (
      (await this.submissions.find(viewer, request.submissionId)) ?? this.service.mentored(viewer, request.submissionId)
    );
  }
}

@Resolver(() => MentorNoteType)
export class MentorNoteResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it.' })
  author(@CurrentViewer() viewer: Viewer, @Parent() note: MentorNote): Promise<Person | null> {
    return this.people.byId(viewer, note.authorId);
  }
}

@Resolver(() => SubmissionType)
export class SubmissionMentoringResolver {
  constructor(
    private readonly service: MentoringService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who helps with prior learning; for the two of them.',
  })
  async mentor(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<Person | null> {
    return submission.mentorId && (await this.takesPart(viewer, submission))
      ? this.people.byId(viewer, submission.mentorId)
      : null;
  }

  @ResolveField(() => [MentorRequestType], { description: 'Who was asked to help; for the candidate.' })
  mentorRequests(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<MentorRequest[]> {
    return can(viewer, 'read', submission) ? this.service.requestsFor(viewer, submission.id) : Promise.resolve([]);
  }

  @ResolveField(() => [MentorNoteType], { description: 'Notes between mentor and candidate, the oldest first.' })
  async mentorNotes(@CurrentViewer() viewer: Viewer, @Parent() submission: Submission): Promise<MentorNote[]> {
    return (await this.takesPart(viewer, submission)) ? this.service.notesFor(viewer, submission.id) : [];
  }

  private async takesPart(viewer: Viewer, submission: Submission): Promise<boolean> {
    if (can(viewer, 'read', submission)) return true;
    return (await this.service.mentored(viewer, submission.id)) !== null;
  }
}
