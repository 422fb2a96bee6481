import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { PeopleService } from '../people/people.service.js';
import type { SubmissionSnapshot } from '../submissions/submission-snapshot.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { AssessmentSettingsService } from './assessment-settings.service.js';
import { namelessContent } from './nameless.rules.js';

/** What was handed in, as those who judge it read it: without the candidate's name where the organisation hides names. */
@Injectable()
export class JudgedCopiesService {
  constructor(
    private readonly people: PeopleService,
    private readonly settings: AssessmentSettingsService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** This very copy. */
  async copy(viewer: Viewer, id: string): Promise<SubmissionSnapshot | null> {
    return this.asShown(viewer, await this.submissions.copyFor(viewer, id));
  }

  /** The newest copy of a submission. */
  async newest(viewer: Viewer, submissionId: string): Promise<SubmissionSnapshot | null> {
    return this.asShown(viewer, await this.submissions.newestCopyFor(viewer, submissionId));
  }

  private async asShown(viewer: Viewer, copy: SubmissionSnapshot | null): Promise<SubmissionSnapshot | null> {
    if (!copy || !(await this.settings.current(viewer)).hidesNames) return copy;
    const submission = await this.submissions.submissionById(viewer, copy.submissionId);
    const person = submission && (await this.people.byId(viewer, submission.personId));
    if (!person || viewer.isSelf(person.id)) return copy;
    // The row itself stays as it was frozen: others in this request may ask for it.
    return Object.assign(Object.create(Object.getPrototypeOf(copy) as object) as SubmissionSnapshot, copy, {
      content: namelessContent(copy.content, person),
    });
  }
}
