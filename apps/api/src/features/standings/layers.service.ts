import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { layersAt, type SkillLayers } from './layers.rules.js';
import { SkillClaim } from './skill-claim.entity.js';
import { SkillObservation } from './skill-observation.entity.js';
import { StandingsService } from './standings.service.js';

export type Layers = SkillLayers<SkillClaim, SkillObservation>;

/** What is said, seen and verified of people's skills on a date, for whoever may read it. Nothing of it is stored twice. */
@Injectable()
export class LayersService {
  constructor(private readonly standings: StandingsService) {}

  /** One person's skills at a moment; three statements for a page of people. */
  async of(viewer: Viewer, personId: string, asOf: Date): Promise<Layers[]> {
    const standings = await viewer.load(`standings ${asOf.toISOString()}`, personId, async (ids) =>
      grouped(await this.standings.of(viewer, ids, asOf), ids),
    );
    const claims = await viewer.load('skill-claims', personId, async (ids) =>
      grouped(
        await viewer.tx.manager.find(SkillClaim, { where: { personId: In([...ids]) }, order: { id: 'ASC' } }),
        ids,
      ),
    );
    const observations = await viewer.load('skill-observations', personId, async (ids) =>
      grouped(
        await viewer.tx.manager.find(SkillObservation, { where: { personId: In([...ids]) }, order: { id: 'ASC' } }),
        ids,
      ),
    );
    return layersAt(standings ?? [], observations ?? [], claims ?? [], asOf);
  }
}

function grouped<Row extends { personId: string }>(rows: readonly Row[], ids: readonly string[]): Map<string, Row[]> {
  const byPerson = new Map(ids.map((id) => [id, [] as Row[]]));
  for (const row of rows) byPerson.get(row.personId)?.push(row);
  return byPerson;
}
