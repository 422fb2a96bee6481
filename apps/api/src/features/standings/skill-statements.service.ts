import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/access/day.js';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { SkillClaim } from './skill-claim.entity.js';
import { type ObserverCapacity, SkillObservation } from './skill-observation.entity.js';
import { SkillObserved } from './standings.events.js';
import type { ClaimSkillInput, ObserveSkillInput } from './skill-statements.inputs.js';

const MOST_CHARACTERS = 2_000;

/** What people say of their own skills, and what those who work with them saw. Neither verifies anything. */
@Injectable()
export class SkillStatementsService {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
  ) {}

  async claim(viewer: Viewer, input: ClaimSkillInput): Promise<SkillClaim | InvalidInput | NotFound> {
    const wrong = await this.wrongIn(viewer, input);
    if (wrong) return wrong;
    return this.say(viewer, input.skillId, input.level, input.words.trim());
  }

  async takeBack(viewer: Viewer, skillId: string): Promise<SkillClaim | NotFound> {
    const claimed = isId(skillId)
      ? await viewer.tx.manager.findOne(SkillClaim, {
          where: { personId: viewer.personId ?? '', skillId },
          order: { claimedAt: 'DESC', id: 'DESC' },
        })
      : null;
    if (!claimed?.ordinal) return new NotFound('This claim');
    return this.say(viewer, skillId, null, '');
  }

  async observe(
    viewer: Viewer,
    input: ObserveSkillInput,
  ): Promise<SkillObservation | InvalidInput | NotAllowed | NotFound> {
    const person = isId(input.personId) ? await this.people.visible(viewer, input.personId) : null;
    if (!person) return new NotFound('This person');
    const capacity = await this.capacityFor(viewer, person);
    if (!capacity)
      return new NotAllowed('Line managers and people of the same team say at which level they saw somebody at work.');
    const wrong = await this.wrongIn(viewer, input);
    if (wrong) return wrong;
    if (input.seenOn > dayOf(viewer)) return InvalidInput.of('seenOn', 'What was seen lies in the past.');
    if (input.words.trim() === '') return InvalidInput.of('words', 'Say what you saw. The person reads it.');

    const observation = viewer.tx.manager.create(SkillObservation, {
      ...{ id: newId(), personId: person.id, observerId: viewer.personId ?? '', skillId: input.skillId, capacity },
      ...{ ordinal: input.level, usedOnJob: input.usedOnJob, seenOn: input.seenOn, words: input.words.trim() },
      ...{ observedAt: viewer.now, withdrawnAt: null },
    });
    await viewer.tx.manager.insert(SkillObservation, observation);
    viewer.forget('skill-observations', person.id);
    await record(viewer, new SkillObserved(observation.id, person.id, observation.observerId, input.skillId));
    return observation;
  }

  async withdrawObservation(viewer: Viewer, id: string): Promise<SkillObservation | NotFound> {
    const observation = isId(id) ? await viewer.tx.manager.findOneBy(SkillObservation, { id }) : null;
    if (!observation || !can(viewer, 'withdraw', observation)) return new NotFound('This observation');
    observation.withdrawnAt = viewer.now;
    await viewer.tx.manager.update(SkillObservation, { id }, { withdrawnAt: viewer.now });
    viewer.forget('skill-observations', observation.personId);
    return observation;
  }

  /** As what the viewer could say something of this person's work; null: not at all. */
  async capacityFor(viewer: Viewer, person: Person): Promise<ObserverCapacity | null> {
    if (viewer.isSelf(person.id) || !person.isWithUs(dayOf(viewer))) return null;
    if (viewer.manages(person.id)) return 'MANAGER';
    const isPeer = await viewer.load('peer', person.id, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; peer: boolean }>(
        'SELECT id, id = ANY (app_peers()) AS peer FROM unnest($1::uuid[]) AS each (id)',
        [[...ids]],
      );
      return new Map(rows.map(({ id, peer }) => [id, peer]));
    });
    return isPeer ? 'PEER' : null;
  }

  private async say(viewer: Viewer, skillId: string, ordinal: number | null, words: string): Promise<SkillClaim> {
    const claim = viewer.tx.manager.create(SkillClaim, {
      ...{ id: newId(), personId: viewer.personId ?? '', skillId, ordinal, words },
      claimedAt: viewer.now,
    });
    await viewer.tx.manager.insert(SkillClaim, claim);
    viewer.forget('skill-claims', claim.personId);
    return claim;
  }

  private async wrongIn(
    viewer: Viewer,
    { skillId, level, words }: { skillId: string; level: number; words: string },
  ): Promise<InvalidInput | NotFound | null> {
    const skill = isId(skillId) ? await this.skills.skillById(viewer, skillId) : null;
    if (!skill) return new NotFound('This skill');
    if (!(await this.skills.levelOf(viewer, skill.id, level)))
      return InvalidInput.of('level', `${skill.name} has no level ${level}.`);
    if (words.length > MOST_CHARACTERS) return InvalidInput.of('words', 'It has at most 2,000 characters.');
    return null;
  }
}
