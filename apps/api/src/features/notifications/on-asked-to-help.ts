import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { PeopleService } from '../people/people.service.js';
import { EvidenceService } from '../submissions/evidence.service.js';
import {
  MentorAnswered,
  MentorAsked,
  MentoringEnded,
  MentorNoted,
  WitnessAnswered,
  WitnessAsked,
} from '../submissions/submissions.events.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { NotificationsService } from './notifications.service.js';

const ASKED = '/growth/asked';

/** Tells colleagues that their word or their help is asked for, and those who asked what came of it. */
@Injectable()
export class OnAskedToHelp implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly evidence: EvidenceService,
    private readonly notifications: NotificationsService,
    private readonly people: PeopleService,
    private readonly submissions: SubmissionsService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(WitnessAsked, (system, event) => this.witnessAsked(system, event));
    this.listeners.on(WitnessAnswered, (system, event) => this.witnessAnswered(system, event));
    this.listeners.on(MentorAsked, (system, event) => this.mentorAsked(system, event));
    this.listeners.on(MentorAnswered, (system, event) => this.mentorAnswered(system, event));
    this.listeners.on(MentoringEnded, (system, event) => this.mentoringEnded(system, event));
    this.listeners.on(MentorNoted, (system, event) => this.noted(system, event));
  }

  /** Somebody from outside gets a letter of their own, with a link that lets them answer. */
  private async witnessAsked(system: Viewer, { ownerId, witnessId, itemId }: WitnessAsked): Promise<void> {
    if (!witnessId) return;
    await this.notifications.tell(system, {
      personId: witnessId,
      kind: 'WITNESS_ASKED',
      title: `${await this.nameOf(system, ownerId)} asks what you saw`,
      body: 'Say in your own words what you saw and when, or that you cannot. Only you can write it.',
      subjects: { evidenceItemId: itemId },
      path: ASKED,
    });
  }

  private async witnessAnswered(system: Viewer, { ownerId, itemId, confirmed }: WitnessAnswered): Promise<void> {
    const item = await this.evidence.byId(system, itemId);
    if (!item) return;
    await this.notifications.tell(system, {
      personId: ownerId,
      kind: 'WITNESS_ANSWERED',
      title: confirmed ? 'Your witness answered' : 'Your witness cannot confirm it',
      body: confirmed
        ? `“${item.title}” is evidence now; nobody can change its words.`
        : `“${item.title}” stays without a word of theirs. Ask somebody else who was there.`,
      subjects: { evidenceItemId: itemId },
      path: '/growth/evidence',
    });
  }

  private async mentorAsked(system: Viewer, { subjectId, personId, mentorId }: MentorAsked): Promise<void> {
    await this.notifications.tell(system, {
      personId: mentorId,
      kind: 'MENTOR_ASKED',
      title: `${await this.nameOf(system, personId)} asks for your help with prior learning`,
      body: 'You would help to gather what shows it. Whoever helps never judges this work.',
      subjects: { mentorRequestId: subjectId },
      path: ASKED,
    });
  }

  private async mentorAnswered(system: Viewer, { subjectId, mentorId, accepted }: MentorAnswered): Promise<void> {
    const submission = await this.submissions.submissionById(system, subjectId);
    if (!submission) return;
    const mentor = await this.nameOf(system, mentorId);
    await this.notifications.tell(system, {
      personId: submission.personId,
      kind: 'MENTOR_ANSWERED',
      title: accepted ? `${mentor} helps you` : `${mentor} cannot help this time`,
      body: accepted ? 'They see your draft and can write notes to you.' : 'Ask somebody else, or go on without.',
      subjects: { submissionId: subjectId },
      path: `/growth/submissions/${subjectId}`,
    });
  }

  private async mentoringEnded(system: Viewer, { subjectId, mentorId }: MentoringEnded): Promise<void> {
    const submission = await this.submissions.submissionById(system, subjectId);
    if (!submission) return;
    const both = [submission.personId, mentorId];
    for (const personId of both)
      await this.notifications.tell(system, {
        personId,
        kind: 'MENTORING_ENDED',
        title: 'The help with prior learning ended',
        body: 'The draft is the candidate’s alone again. Who helped still never judges it.',
        subjects: { submissionId: subjectId },
        path: personId === mentorId ? ASKED : `/growth/submissions/${subjectId}`,
      });
  }

  private async noted(system: Viewer, { submissionId, authorId }: MentorNoted): Promise<void> {
    const submission = await this.submissions.submissionById(system, submissionId);
    if (!submission) return;
    const own = submission.personId === authorId;
    const reader = own ? submission.mentorId : submission.personId;
    if (!reader) return;
    await this.notifications.tell(system, {
      personId: reader,
      kind: 'MENTOR_NOTED',
      title: `${await this.nameOf(system, authorId)} wrote a note`,
      body: 'It is about what shows prior learning.',
      subjects: { submissionId },
      path: own ? ASKED : `/growth/submissions/${submissionId}`,
    });
  }

  private async nameOf(system: Viewer, personId: string): Promise<string> {
    return (await this.people.byId(system, personId))?.displayName ?? 'A colleague';
  }
}
