import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { ChangedMeanwhile, InputProblem, InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { dayAfter, dayOf } from '../../platform/access/day.js';
import { AssessorLeave, AssessorProfile } from './assessor-profile.entity.js';
import './quality.policy.js';

/** What an assessor takes on who has said nothing. */
const USUAL_CAPACITY = 6;
const MOST_CAPACITY = 40;
const MOST_HOURS = 60;
const MOST_LEAVES = 50;
const LONGEST_LEAVE_DAYS = 730;
const MOST_REASON = 300;

export interface Availability {
  capacity: number;
  weeklyHours?: number | null;
  paused: boolean;
  expectedRevision: number;
}

export interface LeaveDays {
  startsOn: string;
  endsOn: string;
  reason: string;
}

/** How much assessors take on, and when they are away. Kept by themselves, or by whoever gives out the work. */
@Injectable()
export class AssessorProfilesService {
  async of(viewer: Viewer, personId: string): Promise<AssessorProfile> {
    const found = await viewer.load('assessor-profile', personId, async (ids) => {
      const rows = await viewer.tx.manager.findBy(AssessorProfile, { personId: In([...ids]) });
      return new Map(rows.map((row) => [row.personId, row]));
    });
    return found ?? this.usual(viewer, personId);
  }

  /** Leave that lasts or is still to come, next first. */
  async leaveOf(viewer: Viewer, personId: string): Promise<AssessorLeave[]> {
    const found = await viewer.load('assessor-leave', personId, async (ids) => {
      const rows = await viewer.tx.manager.find(AssessorLeave, {
        where: { personId: In([...ids]), removedAt: IsNull(), endsOn: MoreThanOrEqual(dayOf(viewer)) },
        order: { startsOn: 'ASC', id: 'ASC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.personId === id)]));
    });
    return found ?? [];
  }

  async save(
    viewer: Viewer,
    personId: string,
    wanted: Availability,
  ): Promise<AssessorProfile | ChangedMeanwhile | InvalidInput | NotFound> {
    if (!isId(personId)) return new NotFound('This assessor');
    await viewer.tx.aloneIn(`assessor ${personId}`);
    viewer.forget('assessor-profile', personId);
    const profile = await this.of(viewer, personId);
    if (!can(viewer, 'see', profile)) return new NotFound('This assessor');
    if (profile.revision !== wanted.expectedRevision) return new ChangedMeanwhile(profile.revision);
    const problems = availabilityProblems(wanted);
    if (problems.length > 0) return new InvalidInput(problems);
    const { capacity, paused } = wanted;
    const weeklyHours = wanted.weeklyHours ?? null;
    Object.assign(profile, { capacity, weeklyHours, paused, revision: profile.revision + 1, savedAt: viewer.now });
    await viewer.tx.manager.save(AssessorProfile, profile);
    viewer.forget('assessor-profile', personId);
    return profile;
  }

  async addLeave(viewer: Viewer, personId: string, days: LeaveDays): Promise<AssessorLeave | InvalidInput | NotFound> {
    const leave = viewer.tx.manager.create(AssessorLeave, {
      ...{ id: newId(), personId, startsOn: days.startsOn, endsOn: days.endsOn, reason: days.reason.trim() },
      ...{ addedAt: viewer.now, addedBy: viewer.personId, removedAt: null },
    });
    if (!isId(personId) || !can(viewer, 'see', leave)) return new NotFound('This assessor');
    await viewer.tx.aloneIn(`assessor ${personId}`);
    const before = await this.leaveOf(viewer, personId);
    const problems = leaveProblems(leave, dayOf(viewer), before);
    if (problems.length > 0) return new InvalidInput(problems);
    await viewer.tx.manager.insert(AssessorLeave, leave);
    viewer.forget('assessor-leave', personId);
    return leave;
  }

  async removeLeave(viewer: Viewer, id: string): Promise<AssessorLeave | NotFound> {
    const leave = isId(id) ? await viewer.tx.manager.findOneBy(AssessorLeave, { id, removedAt: IsNull() }) : null;
    if (!leave || !can(viewer, 'see', leave)) return new NotFound('This leave');
    leave.removedAt = viewer.now;
    await viewer.tx.manager.update(AssessorLeave, { id }, { removedAt: viewer.now });
    viewer.forget('assessor-leave', leave.personId);
    return leave;
  }

  private usual(viewer: Viewer, personId: string): AssessorProfile {
    return viewer.tx.manager.create(AssessorProfile, {
      ...{ personId, capacity: USUAL_CAPACITY, weeklyHours: null, paused: false, revision: 0, savedAt: viewer.now },
    });
  }
}

function availabilityProblems({ capacity, weeklyHours }: Availability): InputProblem[] {
  const problems: InputProblem[] = [];
  if (capacity < 1 || capacity > MOST_CAPACITY)
    problems.push(new InputProblem('capacity', `Hold between 1 and ${MOST_CAPACITY} submissions at once.`));
  if (weeklyHours != null && !(weeklyHours > 0 && weeklyHours <= MOST_HOURS))
    problems.push(
      new InputProblem(
        'weeklyHours',
        `Hours a week lie between 0 and ${MOST_HOURS}; leave it empty if you do not know.`,
      ),
    );
  return problems;
}

function leaveProblems(leave: AssessorLeave, today: string, before: readonly AssessorLeave[]): InputProblem[] {
  const { startsOn, endsOn, reason } = leave;
  if (endsOn < startsOn) return [new InputProblem('endsOn', 'The last day comes before the first.')];
  if (endsOn < today) return [new InputProblem('endsOn', 'These days are over already.')];
  if (endsOn > dayAfter(startsOn, LONGEST_LEAVE_DAYS))
    return [new InputProblem('endsOn', 'Leave lasts two years at most; end the qualification instead.')];
  if (reason.length > MOST_REASON)
    return [new InputProblem('reason', `A reason has at most ${MOST_REASON} characters.`)];
  const over = before.find((each) => each.startsOn <= endsOn && each.endsOn >= startsOn);
  if (over) return [new InputProblem('startsOn', `There is leave already from ${over.startsOn} to ${over.endsOn}.`)];
  if (before.length >= MOST_LEAVES) return [new InputProblem('startsOn', `Plan at most ${MOST_LEAVES} absences.`)];
  return [];
}
