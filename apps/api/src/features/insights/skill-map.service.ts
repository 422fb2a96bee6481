import { neededOrdinal } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { UnitsService } from '../people/units.service.js';
import { SkillsService } from '../skills/skills.service.js';
import {
  type MapAsk,
  type MapCells,
  mapColumns,
  type MapLayer,
  type MapPerson,
  mostAsked,
  type SkillMapColumn,
} from './skill-map.rules.js';

/** More rows than anybody reads; a unit is named instead. */
export const MOST_ROWS = 2_000;
const COLUMNS_AT_FIRST = 24;
export const MOST_COLUMNS = 60;
const DAYS_TOLD_BEFORE = 90;
const DAY = 86_400_000;

/** Under which people are counted that no skill was asked of. */
const NO_SKILL = '00000000-0000-0000-0000-000000000000';
/** What a column says of single people, where there are too many to show. */
const WITHOUT_ROWS = {
  ...{ highest: null, need: '', mustHave: '', verified: '', lapsed: '', observed: '', claimed: '', goal: '', ends: [] },
};

/** Everybody below, by the own job of each, from now on: that is counted already. */
const isKept = (viewer: Viewer, { jobRoleLevelId, asOf }: SkillMapOrder) =>
  jobRoleLevelId === null && asOf >= viewer.now;

const tooMany = (asOf: Date, size: number): SkillMap => ({
  ...{ asOf, size, people: [], columns: [], furtherSkillIds: [] },
});

export interface SkillMapOrder {
  directOnly: boolean;
  unitId: string | null;
  skillIds: readonly string[] | null;
  jobRoleLevelId: string | null;
  asOf: Date;
}

export interface SkillMap {
  asOf: Date;
  size: number;
  people: MapPerson[];
  columns: SkillMapColumn[];
  furtherSkillIds: string[];
}

export interface SkillMapUnit {
  id: string;
  name: string;
  people: number;
}

export interface SkillMapScopes {
  reports: number;
  organisation: number;
  units: SkillMapUnit[];
}

/** Something that is known of one person and one skill. */
export interface SkillMapSource {
  layer: MapLayer;
  ordinal: number;
  since: Date;
  until: Date | null;
  achievementName: string | null;
  assessors: number | null;
  credentialId: string | null;
  recognisedFrom: string | null;
  capacity: 'MANAGER' | 'PEER' | null;
  observerId: string | null;
}

/** What a manager may know of everybody below: levels and where they come from, never words and never evidence. */
@Injectable()
export class SkillMapService {
  constructor(
    private readonly skills: SkillsService,
    private readonly units: UnitsService,
  ) {}

  /** The number of statements does not grow with people or skills, and every level comes in one. */
  async map(viewer: Viewer, order: SkillMapOrder): Promise<SkillMap> {
    const { unitId, asOf } = order;
    const kept = order.directOnly || unitId !== null ? 0 : await this.keptBelow(viewer);
    if (kept > MOST_ROWS) return isKept(viewer, order) ? this.heads(viewer, order, kept) : tooMany(asOf, kept);
    const found =
      unitId !== null && !isId(unitId)
        ? []
        : await viewer.tx.query<MapPerson>(
            `SELECT id, name, job_title AS "jobTitle", level_id AS "levelId" FROM app_team_people($1, $2)`,
            [order.directOnly, unitId],
          );
    if (found.length > MOST_ROWS) return tooMany(asOf, found.length);
    const comparedWith = order.jobRoleLevelId && isId(order.jobRoleLevelId) ? order.jobRoleLevelId : null;
    // Compared with a role, everybody is measured by what that asks, whatever the own job does.
    const people = comparedWith ? found.map((person) => ({ ...person, levelId: comparedWith })) : found;
    const goals = await this.goalsOf(viewer, people, asOf);
    const asks = await this.asksOf(viewer, [...people.map(({ levelId }) => levelId), ...goals.values()]);
    const asked = mostAsked(people, asks);
    const all = [...asked, ...(await this.heldByReports(viewer)).filter((skillId) => !asked.includes(skillId))];
    const skillIds = (order.skillIds?.filter(isId) ?? all.slice(0, COLUMNS_AT_FIRST)).slice(0, MOST_COLUMNS);
    const layers = await viewer.tx.query<MapCells>('SELECT layer, cells FROM app_team_layers($1, $2, $3)', [
      people.map(({ id }) => id),
      skillIds,
      asOf,
    ]);
    const endsBefore = new Date(asOf.getTime() + DAYS_TOLD_BEFORE * DAY);
    return {
      ...{ asOf, size: people.length, people },
      columns: mapColumns(people, skillIds, { asks, goals, layers, endsBefore }),
      furtherSkillIds: all.filter((skillId) => !skillIds.includes(skillId)).slice(0, MOST_COLUMNS),
    };
  }

  /** When the first level of these people was recorded; null where none was. Asked for earlier days alone. */
  async firstRecord(viewer: Viewer, { asOf, people }: Pick<SkillMap, 'asOf' | 'people'>): Promise<Date | null> {
    if (asOf >= viewer.now || people.length === 0) return null;
    const [row] = await viewer.tx.query<{ at: Date | null }>('SELECT app_team_first_record($1) AS at', [
      people.map(({ id }) => id),
    ]);
    return row?.at ?? null;
  }

  /** How many people stand below the viewer by their main jobs. */
  private async keptBelow(viewer: Viewer): Promise<number> {
    const [row] = await viewer.tx.query<{ people: number }>(
      `SELECT coalesce(sum(change), 0)::int AS people FROM line_change WHERE manager_id = $1 AND skill_id = $2 AND at <= $3`,
      [viewer.personId, NO_SKILL, viewer.now],
    );
    return row?.people ?? 0;
  }

  /** Of so many people only how many meet what their jobs ask: read from what is kept, whatever their number. */
  private async heads(viewer: Viewer, { asOf, skillIds }: SkillMapOrder, size: number): Promise<SkillMap> {
    const rows = await viewer.tx.query<{ skillId: string; asked: number; covered: number }>(
      `SELECT skill_id AS "skillId", (sum(change) FILTER (WHERE kind = 'ASKED'))::int AS asked,
         coalesce((sum(change) FILTER (WHERE kind = 'MET'))::int, 0) AS covered
       FROM line_change WHERE manager_id = $1 AND at <= $2 AND kind <> 'THERE' AND ($3::uuid[] IS NULL OR skill_id = ANY ($3::uuid[]))
       GROUP BY 1 HAVING sum(change) FILTER (WHERE kind = 'ASKED') > 0 ORDER BY asked DESC, skill_id LIMIT $4`,
      [
        viewer.personId,
        asOf,
        skillIds?.filter(isId) ?? null,
        skillIds ? MOST_COLUMNS : COLUMNS_AT_FIRST + MOST_COLUMNS,
      ],
    );
    const many = skillIds ? MOST_COLUMNS : COLUMNS_AT_FIRST;
    return {
      ...{ asOf, size, people: [] },
      columns: rows.slice(0, many).map((row) => ({ ...WITHOUT_ROWS, ...row })),
      furtherSkillIds: rows.slice(many).map(({ skillId }) => skillId),
    };
  }

  /** What the direct reports hold whether a job asks it or not, from the counts that are kept: most of them first. */
  private async heldByReports(viewer: Viewer): Promise<string[]> {
    const rows = await viewer.tx.query<{ skillId: string }>(
      `SELECT skill_id AS "skillId" FROM team_change WHERE manager_id = $1 AND kind = 'HELD' AND at <= $2
       GROUP BY skill_id HAVING sum(change) > 0 ORDER BY sum(change) DESC, skill_id LIMIT $3`,
      [viewer.personId, viewer.now, MOST_COLUMNS],
    );
    return rows.map(({ skillId }) => skillId);
  }

  /** How many people each choice would show. */
  async scopes(viewer: Viewer): Promise<SkillMapScopes> {
    const rows = await viewer.tx.query<{ unitId: string | null; people: number }>(
      (await this.keptBelow(viewer)) > MOST_ROWS
        ? 'SELECT unit_id AS "unitId", people FROM app_team_units()'
        : 'SELECT unit_id AS "unitId", count(*)::int AS people FROM app_team_people(false, NULL) GROUP BY unit_id',
    );
    const [direct] = await viewer.tx.query<{ people: number }>(
      'SELECT count(*)::int AS people FROM app_team_people(true, NULL)',
    );
    const units = new Map((await this.units.all(viewer)).map((unit) => [unit.id, unit]));
    const counts = new Map<string, number>();
    for (const { unitId, people } of rows)
      for (let at = unitId; at; at = units.get(at)?.parentId ?? null) counts.set(at, (counts.get(at) ?? 0) + people);
    return {
      reports: direct?.people ?? 0,
      organisation: rows.reduce((sum, { people }) => sum + people, 0),
      units: [...counts].flatMap(([id, people]) => {
        const unit = units.get(id);
        return unit ? [{ id, name: unit.name, people }] : [];
      }),
    };
  }

  /** Where the levels of one person in one skill come from; nothing for whoever does not lead the person. */
  async sourcesOf(viewer: Viewer, personId: string, skillId: string, asOf: Date): Promise<SkillMapSource[]> {
    if (!isId(personId) || !isId(skillId)) return [];
    return viewer.tx.query<SkillMapSource>(
      `SELECT layer, ordinal, since, until, achievement_name AS "achievementName", assessors, credential_id AS "credentialId",
         recognised_from AS "recognisedFrom", capacity, observer_id AS "observerId" FROM app_team_cell($1, $2, $3)`,
      [personId, skillId, asOf],
    );
  }

  private async asksOf(viewer: Viewer, levelIds: readonly (string | null)[]): Promise<MapAsk[]> {
    const levels = [...new Set(levelIds.filter((id) => id !== null))];
    const asked = await Promise.all(levels.map((id) => this.skills.requirementsOf(viewer, id)));
    return asked.flatMap((of) =>
      of.map((each) => ({
        ...{ levelId: each.jobRoleLevelId, skillId: each.skillId, mustHave: each.mustHave },
        ordinal: neededOrdinal(each),
      })),
    );
  }

  /** Row-level rules leave the goals that were shared with the viewer: of own reports alone, so nobody else's are looked for. */
  private async goalsOf(viewer: Viewer, people: readonly MapPerson[], asOf: Date): Promise<Map<string, string>> {
    const reports = people.flatMap(({ id }) => (viewer.manages(id) ? [id] : []));
    if (reports.length === 0) return new Map();
    const rows = await viewer.tx.query<{ personId: string; levelId: string }>(
      `SELECT person_id AS "personId", job_role_level_id AS "levelId" FROM goal
       WHERE person_id = ANY ($1::uuid[]) AND created_at <= $2 AND (ended_at IS NULL OR ended_at > $2)`,
      [reports, asOf],
    );
    return new Map(rows.map(({ personId, levelId }) => [personId, levelId]));
  }
}
