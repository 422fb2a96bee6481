import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { EvidenceItem } from './evidence-item.entity.js';

const MOST_SHOWN = 5;

/** What somebody has in the own library about a skill, so that nothing is made twice. */
@Injectable()
export class EvidenceOfSkillService {
  /** The viewer's own items that say they are about it, the newest first, five at most; one statement for many skills. */
  async mine(viewer: Viewer, skillId: string): Promise<EvidenceItem[]> {
    const items = await viewer.load('own-evidence-of-skill', skillId, async (ids) => {
      const found = await viewer.tx.manager
        .createQueryBuilder(EvidenceItem, 'item')
        .where('item.personId = :me AND item.skillIds && :ids::uuid[]', { me: viewer.personId, ids: [...ids] })
        .orderBy('item.createdAt', 'DESC')
        .addOrderBy('item.id')
        .getMany();
      return new Map(ids.map((id) => [id, found.filter(({ skillIds }) => skillIds.includes(id)).slice(0, MOST_SHOWN)]));
    });
    return items ?? [];
  }
}
