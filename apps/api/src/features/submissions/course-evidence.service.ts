import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { idFor } from '../../platform/database/id.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { record } from '../../platform/events/event.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import type { Completion } from '../courses/completion.entity.js';
import { CompletionsService } from '../courses/completions.service.js';
import { CourseProvidersService } from '../courses/course-providers.service.js';
import { CompletionWithdrawn, CourseCompleted } from '../courses/courses.events.js';
import { CoursesService } from '../courses/courses.service.js';
import { AttemptService } from './attempt.service.js';
import { CompletionClaimsService } from './completion-claims.service.js';
import { EvidenceItem } from './evidence-item.entity.js';
import { EvidenceService } from './evidence.service.js';
import { CompletionFollowed } from './submissions.events.js';

const LEADS_ON = ['ATTACH_EVIDENCE', 'SEND_FOR_REVIEW'];
/** Where an outcome names no level, any achievement that proves the skill will do. */
const LOWEST_LEVEL = 1;

/**
 * What a finished course leads to: an item in the person's library that tells what the organisation recorded, and drafts of
 * the achievements that prove what was taught. Nobody is handed in or judged by it.
 */
@Injectable()
export class CourseEvidenceService implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly attempts: AttemptService,
    private readonly claims: CompletionClaimsService,
    private readonly completions: CompletionsService,
    private readonly courses: CoursesService,
    private readonly evidence: EvidenceService,
    private readonly providers: CourseProvidersService,
  ) {}

  onModuleInit(): void {
    this.listeners.on(CourseCompleted, (system, event) => this.follow(system, event.subjectId));
    this.listeners.on(CompletionWithdrawn, (system, event) => this.takeBack(system, event.subjectId));
  }

  private async follow(system: Viewer, completionId: string): Promise<void> {
    const completion = await this.completions.completionById(system, completionId);
    if (!completion || completion.withdrawnAt) return;
    if (!completion.outcomes.some(({ result }) => LEADS_ON.includes(result))) return;
    const item = await this.attest(system, completion);
    const claim = await this.claims.ofCompletion(system, completion.id);
    const proof = claim?.itemId ? await this.evidence.byId(system, claim.itemId) : null;
    const drafts = new Set<string>();
    for (const { skillId, levelOrdinal, result } of completion.outcomes) {
      if (result !== 'SEND_FOR_REVIEW') continue;
      const version = await this.achievements.proving(system, skillId, levelOrdinal ?? LOWEST_LEVEL);
      const draft = version && (await this.attempts.putInto(system, completion.personId, version, item));
      if (draft) drafts.add(draft.id);
      // What convinced whoever keeps the courses is there for the assessor, too, unless the person takes it out.
      if (version && draft && proof) await this.attempts.putInto(system, completion.personId, version, proof);
    }
    await record(system, new CompletionFollowed(completion.id, completion.personId, item.id, [...drafts]));
  }

  /** What was handed in stays, as it was; what nobody used yet goes. */
  private async takeBack(system: Viewer, completionId: string): Promise<void> {
    await system.tx.query(
      `DELETE FROM submission_item used USING evidence_item item, submission
       WHERE item.id = used.item_id AND item.course_completion_id = $1 AND submission.id = used.submission_id AND submission.state = 'DRAFT'
         AND NOT EXISTS (SELECT FROM evidence_link link WHERE link.submission_id = used.submission_id AND link.item_id = used.item_id)`,
      [completionId],
    );
    await system.tx.query(
      `DELETE FROM evidence_item item WHERE course_completion_id = $1
         AND NOT EXISTS (SELECT FROM submission_item used WHERE used.item_id = item.id)`,
      [completionId],
    );
  }

  private async attest(system: Viewer, completion: Completion): Promise<EvidenceItem> {
    const course = await this.courses.byId(system, completion.courseId);
    if (!course) throw new Error(`There is no course ${completion.courseId}.`);
    const provider = course.providerId ? await this.providers.byId(system, course.providerId) : null;
    const facts = [
      `Course: ${course.title} (${course.code})`,
      ...(provider ? [`Provider: ${provider.name}`] : []),
      `Completed on: ${completion.completedOn}`,
      ...(completion.grade ? [`Grade: ${completion.grade}`] : []),
      ...(course.hours ? [`Hours: ${course.hours}`] : []),
      ...(course.url ? [course.url] : []),
      'Recorded by the organisation. It shows that the course was finished, and no level of a skill.',
    ];
    return this.evidence.attest(system, {
      id: idFor('course-completion-evidence', completion.id),
      personId: completion.personId,
      courseCompletionId: completion.id,
      title: `Course finished: ${course.title}`,
      text: facts.join('\n'),
      madeOn: completion.completedOn,
    });
  }
}
