import { type BadgeSlots, HALLMARK } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import {
  ChangedMeanwhile,
  InputProblem,
  InvalidInput,
  type NotAllowed,
  NotFound,
} from '../../platform/graphql/refusal.js';
import { BadgeTemplate } from './badge-template.entity.js';
import { earlierLooks } from './earlier-looks.rules.js';
import { slotProblems } from './brand-kit.rules.js';
import { limited, mayDesign } from './studio-versions.service.js';

type Saved = BadgeTemplate | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile;
/** More than anybody tells apart. */
const MOST_TEMPLATES = 100;

/** Looks that badges share, besides the hallmark that is always there. */
@Injectable()
export class BadgeTemplatesService {
  /** Those that can be chosen, by name. */
  all(viewer: Viewer): Promise<BadgeTemplate[]> {
    return viewer.tx.manager
      .createQueryBuilder(BadgeTemplate, 'template')
      .where('template.archivedAt IS NULL')
      .orderBy('template.name')
      .addOrderBy('template.id')
      .take(MOST_TEMPLATES)
      .getMany();
  }

  /** Those that were taken out of the choice, the last one first. */
  takenOut(viewer: Viewer): Promise<BadgeTemplate[]> {
    return viewer.tx.manager
      .createQueryBuilder(BadgeTemplate, 'template')
      .where('template.archivedAt IS NOT NULL')
      .orderBy('template.archivedAt', 'DESC')
      .addOrderBy('template.id')
      .take(MOST_TEMPLATES)
      .getMany();
  }

  async byId(viewer: Viewer, id: string | null): Promise<BadgeTemplate | null> {
    if (!id || !isId(id)) return null;
    return viewer.load('badge-template', id, async (ids) => {
      const found = await viewer.tx.manager.findBy(BadgeTemplate, { id: In([...ids]) });
      return new Map(found.map((each) => [each.id, each]));
    });
  }

  async slotsOf(viewer: Viewer, id: string | null): Promise<BadgeSlots> {
    return { ...HALLMARK, ...(await this.byId(viewer, id))?.slots };
  }

  async save(
    viewer: Viewer,
    id: string | null,
    expectedRevision: number,
    name: string,
    slots: BadgeSlots,
  ): Promise<Saved> {
    if (!mayDesign(viewer)) return limited();
    const problems = slotProblems(slots).map(({ field, message }) => new InputProblem(field, message));
    if (!name.trim()) problems.push(new InputProblem('name', 'Give it a name.'));
    if (problems.length) return new InvalidInput(problems);
    const given = { name: name.trim().slice(0, 120), slots };
    const changed = { ...given, changedAt: viewer.now, changedBy: viewer.personId };
    if (id === null) return this.add(viewer, changed);
    const template = await this.locked(viewer, id);
    if (!template) return new NotFound('This template');
    if (template.revision !== expectedRevision) return new ChangedMeanwhile(template.revision);
    const earlier = earlierLooks(template, given, { at: viewer.now, by: viewer.personId });
    await viewer.tx.manager.update(BadgeTemplate, { id }, { ...changed, earlier, revision: template.revision + 1 });
    return this.reread(viewer, id);
  }

  /** Takes it out of the choice. Badges that have it keep it. */
  async archive(viewer: Viewer, id: string): Promise<BadgeTemplate | NotAllowed | NotFound> {
    if (!mayDesign(viewer)) return limited();
    const template = await this.locked(viewer, id);
    if (!template) return new NotFound('This template');
    if (!template.archivedAt) await viewer.tx.manager.update(BadgeTemplate, { id }, { archivedAt: viewer.now });
    return this.reread(viewer, id);
  }

  /** Puts it back into the choice. */
  async restore(viewer: Viewer, id: string): Promise<BadgeTemplate | InvalidInput | NotAllowed | NotFound> {
    if (!mayDesign(viewer)) return limited();
    const template = await this.locked(viewer, id);
    if (!template) return new NotFound('This template');
    if (template.archivedAt) {
      if (await this.isFull(viewer)) return full('id');
      await viewer.tx.manager.update(BadgeTemplate, { id }, { archivedAt: null });
    }
    return this.reread(viewer, id);
  }

  private async add(viewer: Viewer, changed: Partial<BadgeTemplate>): Promise<Saved> {
    if (await this.isFull(viewer)) return full('name');
    const id = newId();
    await viewer.tx.manager.insert(BadgeTemplate, { id, revision: 1, createdAt: viewer.now, ...changed });
    return this.reread(viewer, id);
  }

  private async isFull(viewer: Viewer): Promise<boolean> {
    return (await viewer.tx.manager.countBy(BadgeTemplate, { archivedAt: IsNull() })) >= MOST_TEMPLATES;
  }

  private async locked(viewer: Viewer, id: string): Promise<BadgeTemplate | null> {
    if (!isId(id)) return null;
    return viewer.tx.manager.findOne(BadgeTemplate, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private reread(viewer: Viewer, id: string): Promise<BadgeTemplate> {
    viewer.forget('badge-template', id);
    return viewer.tx.manager.findOneByOrFail(BadgeTemplate, { id });
  }
}

function full(field: string): InvalidInput {
  return InvalidInput.of(field, `There are ${MOST_TEMPLATES} templates. Take one out first.`);
}
