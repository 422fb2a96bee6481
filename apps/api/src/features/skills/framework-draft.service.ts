import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { DraftSteps } from './draft-steps.service.js';
import {
  type FrameworkChanges,
  frameworkColumns,
  frameworkProblems,
  nextVersionName,
} from './framework-draft.rules.js';
import { FrameworkCopyService } from './framework-copy.service.js';
import { SkillFramework } from './framework.entity.js';
import './framework.policy.js';
import { FrameworksService } from './frameworks.service.js';
import { FrameworkDrafted } from './skills.events.js';

type Refused = InvalidInput | NotAllowed | NotFound;

/** The draft of a framework's next version: begun as a copy of the published one, and what it says of itself. */
@Injectable()
export class FrameworkDraftService {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly steps: DraftSteps,
    private readonly copies: FrameworkCopyService,
  ) {}

  /** One draft at a time: the one that is there already is given back. */
  async startNext(viewer: Viewer, id: string): Promise<SkillFramework | Refused> {
    const base = await this.frameworks.find(viewer, id);
    if (!base) return new NotFound('This framework');
    // Looked for before waiting for anybody: while a draft is being filled, others are with its framework for long.
    const already = await this.begun(viewer, base.seriesId);
    if (already && already.contentState !== 'FAILED') return already;
    await this.frameworks.oneAtATime(viewer, base.seriesId);
    const begun = await this.begun(viewer, base.seriesId);
    if (begun?.contentState === 'FAILED') await this.copies.askFor(viewer, begun);
    if (begun) return begun;
    if (!can(viewer, 'startNextVersion', base))
      return new NotAllowed('The next version begins from the published one.');

    const versions = await viewer.tx.manager.findBy(SkillFramework, { seriesId: base.seriesId });
    const draft = viewer.tx.manager.merge(SkillFramework, viewer.tx.manager.create(SkillFramework, base), {
      id: newId(),
      version: nextVersionName(base.version, (name) => versions.some((version) => version.version === name)),
      state: 'DRAFT',
      createdAt: viewer.now,
      publishedAt: null,
      revision: 1,
      basedOnId: base.id,
    });
    await viewer.tx.manager.insert(SkillFramework, draft);
    await this.copies.fill(viewer, draft, base.id);
    await record(viewer, new FrameworkDrafted(draft.id));
    return draft;
  }

  async save(
    viewer: Viewer,
    id: string,
    expectedRevision: number,
    changes: FrameworkChanges,
  ): Promise<SkillFramework | Refused | ChangedMeanwhile> {
    const draft = await this.steps.hold(viewer, id);
    if (!(draft instanceof SkillFramework)) return draft;
    if (draft.revision !== expectedRevision) return new ChangedMeanwhile(draft.revision);
    const problems = frameworkProblems(changes).map(({ field, message }) => new InputProblem(field, message));
    const version = changes.version?.trim();
    if (version && version !== draft.version && (await this.taken(viewer, draft, version)))
      problems.push(new InputProblem('version', 'Another version of this framework has this name.'));
    if (problems.length) return new InvalidInput(problems);
    await viewer.tx.manager.update(
      SkillFramework,
      { id: draft.id },
      { ...frameworkColumns(changes), revision: draft.revision + 1 },
    );
    viewer.forget('framework', draft.id);
    return viewer.tx.manager.findOneByOrFail(SkillFramework, { id: draft.id });
  }

  private begun(viewer: Viewer, seriesId: string): Promise<SkillFramework | null> {
    return viewer.tx.manager.findOneBy(SkillFramework, { seriesId, state: 'DRAFT' });
  }

  private async taken(viewer: Viewer, { id, seriesId }: SkillFramework, version: string): Promise<boolean> {
    const other = await viewer.tx.manager.findOneBy(SkillFramework, { seriesId, version });
    return other !== null && other.id !== id;
  }
}
