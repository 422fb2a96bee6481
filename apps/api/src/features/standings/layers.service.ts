import { Injectable } from '@nestjs/common';
import { asEntities, type Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { layersAt, type SkillLayers } from './layers.rules.js';
import { SkillClaim } from './skill-claim.entity.js';
import { SkillObservation } from './skill-observation.entity.js';
import { standingsPart } from './standings.service.js';

export type Layers = SkillLayers<SkillClaim, SkillObservation>;

const CLAIMS_OF: Part<SkillClaim[]> = {
  name: 'skill-claims',
  sql: 'SELECT * FROM skill_claim WHERE person_id = ANY ($ids) ORDER BY id',
  rows: (rows, tx) => rowsBy(asEntities(tx, SkillClaim, rows), ({ personId }) => personId),
};
const OBSERVATIONS_OF: Part<SkillObservation[]> = {
  name: 'skill-observations',
  sql: 'SELECT * FROM skill_observation WHERE person_id = ANY ($ids) ORDER BY id',
  rows: (rows, tx) => rowsBy(asEntities(tx, SkillObservation, rows), ({ personId }) => personId),
};

/** What is said, seen and verified of people's skills on a date, for whoever may read it. Nothing of it is stored twice. */
@Injectable()
export class LayersService {
  /** One person's skills at a moment; one statement for a page of people. */
  async of(viewer: Viewer, personId: string, asOf: Date): Promise<Layers[]> {
    const [standings, claims, observations] = await Promise.all([
      viewer.loadTogether(standingsPart(asOf), personId),
      viewer.loadTogether(CLAIMS_OF, personId),
      viewer.loadTogether(OBSERVATIONS_OF, personId),
    ]);
    return layersAt(standings ?? [], observations ?? [], claims ?? [], asOf);
  }
}
