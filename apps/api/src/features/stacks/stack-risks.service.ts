import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { coveredBy, limitsOf } from '../people/limits.service.js';
import { StackRisk } from './stack-risk.entity.js';
import { StackKept } from './stacks.events.js';

const MOST_CHARACTERS = 1_000;

/** Larger badges of which a part counts no longer: who has to decide finds them here, and says that one stands. */
@Injectable()
export class StackRisksService {
  async byId(viewer: Viewer, id: string): Promise<StackRisk | null> {
    const risk = isId(id) ? await viewer.tx.manager.findOneBy(StackRisk, { id }) : null;
    if (risk) await viewer.learn([risk.personId]);
    return risk && can(viewer, 'read', risk) ? risk : null;
  }

  /** Of a credential; null where everything that it rests on counts. */
  async of(viewer: Viewer, credentialId: string): Promise<StackRisk | null> {
    const risk = await viewer.load('stack-risk', credentialId, async (ids) => {
      const found = await viewer.tx.manager.findBy(StackRisk, { credentialId: In([...ids]), state: Not('OVER') });
      await viewer.learn(found.map(({ personId }) => personId));
      return new Map(found.map((each) => [each.credentialId, each]));
    });
    return risk && can(viewer, 'read', risk) ? risk : null;
  }

  /** What waits for somebody to decide, oldest first. */
  async waiting(viewer: Viewer, page: PageInput): Promise<Page<StackRisk>> {
    const from = readTimeCursor(page.after);
    const rows = await viewer.tx.query<{ id: string; total: number }>(
      `WITH waiting AS MATERIALIZED (
         SELECT it.id, it.opened_at FROM stack_risk it
         WHERE it.state = 'OPEN' AND ${coveredBy('$1', { person: 'it.person_id' })})
       SELECT id, (SELECT count(*)::int FROM waiting) AS total FROM waiting
       WHERE $2::timestamptz IS NULL OR (date_trunc('milliseconds', opened_at), id) > ($2::timestamptz, $3::uuid)
       ORDER BY date_trunc('milliseconds', opened_at), id LIMIT $4`,
      [limitsOf(viewer, 'credential.govern'), from?.at ?? null, from?.id ?? null, limitOf(page)],
    );
    const found = await viewer.tx.manager.findBy(StackRisk, { id: In(rows.map(({ id }) => id)) });
    await viewer.learn(found.map(({ personId }) => personId));
    const ordered = rows.flatMap(({ id }) => found.filter((each) => each.id === id));
    return pageOf(ordered, page, rows[0]?.total ?? 0, (it) => [it.openedAt.toISOString(), it.id]);
  }

  async keep(viewer: Viewer, id: string, words: string): Promise<StackRisk | InvalidInput | NotAllowed | NotFound> {
    const risk = await this.byId(viewer, id);
    if (!risk) return new NotFound('This badge');
    if (!can(viewer, 'keep', risk))
      return new NotAllowed(
        viewer.isSelf(risk.personId) ? 'Nobody decides about a badge of their own.' : 'This was decided meanwhile.',
      );
    const reason = words.trim();
    if (!reason || reason.length > MOST_CHARACTERS)
      return InvalidInput.of('reason', 'Say in 1 to 1,000 characters why it stands; its holder reads it.');
    const kept = { state: 'KEPT', reason, decidedBy: viewer.personId, decidedAt: viewer.now } as const;
    const { affected } = await viewer.tx.manager.update(StackRisk, { id: risk.id, state: 'OPEN' }, kept);
    if (affected === 0) return new NotAllowed('This was decided meanwhile.');
    viewer.forget('stack-risk', risk.credentialId);
    await record(viewer, new StackKept(risk.id, risk.personId));
    return Object.assign(risk, kept);
  }
}
