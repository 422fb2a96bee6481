import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { PeopleService } from '../people/people.service.js';
import { happensTo, leavesTrace } from './erasure.rules.js';
import { ERASED_AREAS, type ErasurePartType, type ErasureState } from './erasure.type.js';

export interface Erasure {
  id: string;
  personId: string;
  reason: string;
  state: ErasureState;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  doneAt: Date | null;
  counts: Record<string, number>;
  leftIn: { place: string; count: number }[];
  problem: string | null;
}

const COLUMNS = `id, person_id AS "personId", reason, state, asked_by AS "askedBy", asked_at AS "askedAt", decided_by AS "decidedBy",
  decided_at AS "decidedAt", done_at AS "doneAt", counts, left_in AS "leftIn", problem`;

/** Who is to be erased, and that two people say so. */
@Injectable()
export class ErasuresService {
  constructor(private readonly people: PeopleService) {}

  all(viewer: Viewer): Promise<Erasure[]> {
    return viewer.tx.query<Erasure>(`SELECT ${COLUMNS} FROM app_erasures()`);
  }

  async preview(viewer: Viewer, personId: string): Promise<ErasurePartType[] | null> {
    if (!viewer.mayEverywhere('people.manage') || !(await this.people.visible(viewer, personId))) return null;
    const [row] = await viewer.tx.query<{ counts: Record<string, number> | null }>(
      'SELECT app_erasure_preview($1) AS counts',
      [personId],
    );
    const counts = row?.counts;
    if (!counts) return null;
    return ERASED_AREAS.map((area) => ({
      area,
      count: counts[area.toLowerCase()] ?? 0,
      leavesTrace: leavesTrace(area),
      happens: happensTo(area),
    }));
  }

  async ask(viewer: Viewer, personId: string, given: string): Promise<Erasure | InvalidInput | NotAllowed | NotFound> {
    const reason = given.trim();
    const person = await this.people.visible(viewer, personId);
    if (!person || !viewer.mayEverywhere('people.manage')) return new NotFound('This person');
    if (!reason)
      return InvalidInput.of('reason', 'A reason is needed. It goes with everything else once this is done.');
    if (reason.length > 1_000) return InvalidInput.of('reason', 'A reason has at most 1,000 characters.');
    if (viewer.isSelf(person.id)) return new NotAllowed('Nobody erases themselves.');
    if (person.erasedAt) return new NotAllowed('This person was erased already.');
    if (person.isWithUs(dayOf(viewer)))
      return new NotAllowed(`${person.displayName} is with us. Record that they leave first.`);
    const id = newId();
    const [done] = await viewer.tx.query<{ asked: boolean }>('SELECT app_ask_erasure($1, $2, $3, $4) AS asked', [
      id,
      person.id,
      reason,
      viewer.now,
    ]);
    return done?.asked ? this.one(viewer, id) : new NotAllowed('This was asked for already and waits for a decision.');
  }

  async decide(viewer: Viewer, id: string, confirmed: boolean): Promise<Erasure | NotAllowed | NotFound> {
    const found = isId(id) ? (await this.all(viewer)).find((each) => each.id === id) : undefined;
    if (!found) return new NotFound('This erasure');
    if (found.state !== 'PROPOSED') return new NotAllowed('This was decided already.');
    if (confirmed && viewer.isSelf(found.askedBy)) return new NotAllowed('A second administrator has to decide.');
    const [done] = await viewer.tx.query<{ decided: boolean }>('SELECT app_decide_erasure($1, $2, $3) AS decided', [
      id,
      confirmed,
      viewer.now,
    ]);
    if (!done?.decided) return new NotAllowed('This is not for you to decide.');
    if (confirmed) await enqueue(viewer.tx, { name: 'erasure.erase', id: `erase-${id}`, payload: { erasureId: id } });
    return this.one(viewer, id);
  }

  private async one(viewer: Viewer, id: string): Promise<Erasure | NotFound> {
    return (await this.all(viewer)).find((each) => each.id === id) ?? new NotFound('This erasure');
  }
}
