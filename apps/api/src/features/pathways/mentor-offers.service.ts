import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { StandingsService } from '../standings/standings.service.js';
import { MentorOffer } from './mentor-offer.entity.js';

interface Mentor {
  person: Person;
  ordinal: number;
}

/** Who offers help with a skill. Only who holds it verified, only by their own word, and only as long as both are so. */
@Injectable()
export class MentorOffersService {
  constructor(
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly standings: StandingsService,
  ) {}

  /** Colleagues who are further than this, those who hold the highest level first. */
  async of(viewer: Viewer, skillId: string, furtherThan: number): Promise<Mentor[]> {
    const found = await viewer.load('mentors-of-skill', skillId, async (ids) => {
      const rows = await viewer.tx.query<{ skillId: string; personId: string; ordinal: number }>(
        `SELECT skill_id AS "skillId", person_id AS "personId", ordinal FROM app_mentors_of($1, $2)
         ORDER BY ordinal DESC, person_id`,
        [[...ids], viewer.now],
      );
      return new Map(ids.map((id) => [id, rows.filter((row) => row.skillId === id)]));
    });
    const further = (found ?? []).filter(({ ordinal }) => ordinal > furtherThan);
    const mentors = await Promise.all(
      further.map(async ({ personId, ordinal }) => ({ person: await this.people.visible(viewer, personId), ordinal })),
    );
    return mentors.flatMap(({ person, ordinal }) => (person ? [{ person, ordinal }] : []));
  }

  /** The viewer's own open offer. */
  async mine(viewer: Viewer, skillId: string): Promise<MentorOffer | null> {
    const offer = await viewer.load('my-mentor-offer', skillId, async (ids) => {
      const open = await viewer.tx.manager.findBy(MentorOffer, {
        ...{ personId: viewer.personId ?? '', skillId: In([...ids]), endedAt: IsNull() },
      });
      return new Map(open.map((each) => [each.skillId, each]));
    });
    return offer && can(viewer, 'read', offer) ? offer : null;
  }

  async offer(viewer: Viewer, skillId: string): Promise<MentorOffer | NotAllowed | NotFound> {
    const skill = isId(skillId) ? await this.skills.skillById(viewer, skillId) : null;
    const me = viewer.personId;
    if (!skill || !me) return new NotFound('This skill');
    const held = await this.standings.today(viewer, me);
    if (!held.some((standing) => standing.skillId === skill.id && standing.state === 'CURRENT'))
      return new NotAllowed(`Only who holds ${skill.name} verified offers help with it.`);
    // Two at once would both find none open.
    await viewer.tx.aloneIn(`mentor offer ${me} ${skill.id}`);
    viewer.forget('my-mentor-offer', skill.id);
    const open = await this.mine(viewer, skill.id);
    if (open) return open;
    const offer = viewer.tx.manager.create(MentorOffer, {
      ...{ id: newId(), personId: me, skillId: skill.id, offeredAt: viewer.now, endedAt: null },
    });
    await viewer.tx.manager.insert(MentorOffer, offer);
    viewer.forget('my-mentor-offer', skill.id);
    return offer;
  }

  async stop(viewer: Viewer, skillId: string): Promise<MentorOffer | NotFound> {
    const open = isId(skillId) ? await this.mine(viewer, skillId) : null;
    if (!open) return new NotFound('This offer');
    open.endedAt = viewer.now;
    await viewer.tx.manager.update(MentorOffer, { id: open.id }, { endedAt: viewer.now });
    viewer.forget('my-mentor-offer', skillId);
    return open;
  }
}
