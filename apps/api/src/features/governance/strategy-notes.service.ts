import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { SkillsService } from '../skills/skills.service.js';
import { type Horizon, StrategyNote } from './governance.entity.js';
import { plans } from './governance.policy.js';
import { textProblems } from './governance.rules.js';

export interface NoteInput {
  id?: string | null;
  expectedRevision?: number | null;
  title: string;
  body: string;
  horizon: Horizon;
  skillIds: string[];
}

const MOST_SKILLS = 100;
const MOST_NOTES = 200;

/** What the business expects to need, written down before anybody designs for it. */
@Injectable()
export class StrategyNotesService implements OnModuleInit {
  constructor(
    private readonly nodes: NodeFinders,
    private readonly skills: SkillsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(StrategyNote, 'StrategyNote', (viewer, id) => this.find(viewer, id));
  }

  async find(viewer: Viewer, id: string): Promise<StrategyNote | null> {
    const note = isId(id) ? await viewer.tx.manager.findOneBy(StrategyNote, { id }) : null;
    return note && can(viewer, 'read', note) ? note : null;
  }

  async all(viewer: Viewer): Promise<StrategyNote[]> {
    if (!plans(viewer)) return [];
    return viewer.tx.manager.find(StrategyNote, { order: { changedAt: 'DESC', id: 'DESC' }, take: MOST_NOTES });
  }

  async save(
    viewer: Viewer,
    input: NoteInput,
  ): Promise<StrategyNote | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> {
    if (!plans(viewer)) return new NotAllowed('Notes are written by who plans for the whole organisation.');
    const note = input.id ? await this.locked(viewer, input.id) : null;
    if (input.id && !note) return new NotFound('This note');
    if (note && note.revision !== input.expectedRevision) return new ChangedMeanwhile(note.revision);
    const problems = await this.problems(viewer, input);
    if (problems.length) return new InvalidInput(problems);
    const words = {
      title: input.title.trim(),
      body: input.body.trim(),
      horizon: input.horizon,
      skillIds: [...new Set(input.skillIds)],
      changedAt: viewer.now,
    };
    const id = note?.id ?? newId();
    if (note) await viewer.tx.manager.update(StrategyNote, { id }, { ...words, revision: note.revision + 1 });
    else
      await viewer.tx.manager.insert(StrategyNote, {
        ...{ id, ...words, revision: 1, writtenBy: viewer.personId ?? undefined, writtenAt: viewer.now },
      });
    return viewer.tx.manager.findOneByOrFail(StrategyNote, { id });
  }

  async remove(viewer: Viewer, id: string): Promise<StrategyNote | NotFound> {
    const note = await this.find(viewer, id);
    if (!note) return new NotFound('This note');
    await viewer.tx.manager.delete(StrategyNote, { id: note.id });
    return note;
  }

  private async locked(viewer: Viewer, id: string): Promise<StrategyNote | null> {
    const seen = await this.find(viewer, id);
    if (!seen) return null;
    return viewer.tx.manager
      .createQueryBuilder(StrategyNote, 'note')
      .setLock('pessimistic_write')
      .where('note.id = :id', { id: seen.id })
      .getOne();
  }

  private async problems(viewer: Viewer, input: NoteInput): Promise<InputProblem[]> {
    const problems = textProblems(
      { title: input.title, body: input.body },
      { title: { most: 'line', needed: 'Give the note a title.' }, body: { most: 'text' } },
    ).map(({ field, message }) => new InputProblem(field, message));
    if (input.skillIds.length > MOST_SKILLS)
      return [...problems, new InputProblem('skillIds', `A note concerns at most ${MOST_SKILLS} skills.`)];
    const skills = await Promise.all(input.skillIds.map((id) => this.skills.findSkill(viewer, id)));
    return skills.some((skill) => skill === null)
      ? [...problems, new InputProblem('skillIds', 'One of these skills is in no published framework.')]
      : problems;
  }
}
