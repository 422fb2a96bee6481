import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { type StudioKind, StudioVersion } from './studio-version.entity.js';

type Change = StudioVersion | ChangedMeanwhile | NotAllowed;

/** The brand kit and the certificate in versions: one draft at most, one in use, and everything that ever was. */
@Injectable()
export class StudioVersionsService {
  inUse(viewer: Viewer, kind: StudioKind): Promise<StudioVersion | null> {
    return viewer.load(`studio-${kind}`, 'in use', async () => {
      const found = await viewer.tx.manager.findOneBy(StudioVersion, { kind, state: 'IN_USE' });
      return new Map(found ? [['in use', found]] : []);
    });
  }

  draft(viewer: Viewer, kind: StudioKind): Promise<StudioVersion | null> {
    return viewer.tx.manager.findOneBy(StudioVersion, { kind, state: 'DRAFT' });
  }

  /** What was in use at a moment; null before the first. */
  async inUseAt(viewer: Viewer, kind: StudioKind, at: Date): Promise<StudioVersion | null> {
    const [found] = await viewer.tx.manager
      .createQueryBuilder(StudioVersion, 'version')
      .where(`version.kind = :kind AND version.state <> 'DRAFT' AND version.inUseSince <= :at`, { kind, at })
      .orderBy('version.number', 'DESC')
      .take(1)
      .getMany();
    return found ?? null;
  }

  /** Those that are or were in use, newest first. */
  history(viewer: Viewer, kind: StudioKind): Promise<StudioVersion[]> {
    return viewer.tx.manager
      .createQueryBuilder(StudioVersion, 'version')
      .where(`version.kind = :kind AND version.state <> 'DRAFT'`, { kind })
      .orderBy('version.number', 'DESC')
      .take(50)
      .getMany();
  }

  /** One that is or was in use. */
  numbered(viewer: Viewer, kind: StudioKind, number: number): Promise<StudioVersion | null> {
    return viewer.tx.manager.findOneBy(StudioVersion, { kind, number, state: Not('DRAFT') });
  }

  /** Saves the draft; the first save begins one. */
  async save(viewer: Viewer, kind: StudioKind, expectedRevision: number, content: object): Promise<Change> {
    if (!mayDesign(viewer)) return limited();
    await this.alone(viewer, kind);
    const draft = await this.draft(viewer, kind);
    if ((draft?.revision ?? 0) !== expectedRevision) return new ChangedMeanwhile(draft?.revision ?? 0);
    const changed = { content, changedAt: viewer.now, changedBy: viewer.personId };
    if (!draft) return this.begin(viewer, kind, changed);
    await viewer.tx.manager.update(StudioVersion, { id: draft.id }, { ...changed, revision: draft.revision + 1 });
    return viewer.tx.manager.findOneByOrFail(StudioVersion, { id: draft.id });
  }

  /** From now on the draft counts. Before, `first` keeps what must stay as it is. */
  async putInUse(
    viewer: Viewer,
    kind: StudioKind,
    expectedRevision: number,
    first: () => Promise<void> = async () => {},
  ): Promise<Change | NotFound> {
    if (!mayDesign(viewer)) return limited();
    await this.alone(viewer, kind);
    const draft = await this.draft(viewer, kind);
    if (!draft) return new NotFound('A draft');
    if (draft.revision !== expectedRevision) return new ChangedMeanwhile(draft.revision);
    await first();
    await viewer.tx.manager.update(StudioVersion, { kind, state: 'IN_USE' }, { state: 'REPLACED' });
    await viewer.tx.manager.update(StudioVersion, { id: draft.id }, { state: 'IN_USE', inUseSince: viewer.now });
    viewer.forget(`studio-${kind}`, 'in use');
    return viewer.tx.manager.findOneByOrFail(StudioVersion, { id: draft.id });
  }

  private async begin(viewer: Viewer, kind: StudioKind, changed: Partial<StudioVersion>): Promise<StudioVersion> {
    const [last] = await viewer.tx.query<{ number: number }>(
      'SELECT coalesce(max(number), 0) AS number FROM studio_version WHERE kind = $1',
      [kind],
    );
    const id = newId();
    const number = (last?.number ?? 0) + 1;
    await viewer.tx.manager.insert(StudioVersion, { id, kind, number, state: 'DRAFT', revision: 1, ...changed });
    return viewer.tx.manager.findOneByOrFail(StudioVersion, { id });
  }

  /** Two who save at once come one after the other, and the second is told. */
  private async alone(viewer: Viewer, kind: StudioKind): Promise<void> {
    await viewer.tx.query(`SELECT pg_advisory_xact_lock(hashtext('studio-' || $1))`, [kind]);
  }
}

/** The look is everybody's: a role that is limited to an achievement does not change it. */
export function mayDesign(viewer: Viewer): boolean {
  return viewer.mayEverywhere('achievement.design');
}

export function limited(): NotAllowed {
  return new NotAllowed('Your role is limited to an achievement; the look of all badges is not part of it.');
}
