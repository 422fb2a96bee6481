import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { limitOf, type PageInfo, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import { PeopleService } from '../people/people.service.js';

import type { Person } from '../people/person.entity.js';
import { StandingsService } from '../standings/standings.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import {
  type Needed,
  type Proof,
  byPerson,
  countsOf,
  type TeamCell,
  type TeamCount,
  type TeamSkill,
  type TeamWaiting,
  teamCells,
  teamSkills,
} from './team.rules.js';

export interface TeamPerson {
  person: Person;
  jobTitle: string;
  cells: TeamCell[];
  waiting: TeamWaiting[];
}

export interface TeamMap {
  asOf: Date;
  size: number;
  skills: TeamSkill[];
  people: TeamPerson[];
  pageInfo: PageInfo;
}

interface Report {
  id: string;
  displayName: string;
}

/** What a line manager may know of the own reports: verified skills and where they come from, never evidence. */
@Injectable()
export class TeamService {
  constructor(
    private readonly people: PeopleService,
    private readonly standings: StandingsService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Today's reports as of a moment: a page of rows, and columns that count the whole team. */
  async map(viewer: Viewer, asOf: Date, input: PageInput): Promise<TeamMap> {
    const reports = await this.reportsOf(viewer);
    const [name, id] = readCursor(input.after) ?? [];
    const from =
      name === undefined || id === undefined
        ? 0
        : reports.filter((report) => orderOf(report) <= orderOf({ displayName: name, id })).length;
    const page = pageOf(reports.slice(from, from + limitOf(input)), input, reports.length, (report) => [
      report.displayName,
      report.id,
    ]);
    const people = await this.rowsOf(
      viewer,
      page.edges.map(({ node }) => node.id),
      asOf,
    );
    // Counts of this moment are kept; those of any other follow from everybody's rows.
    const counts =
      asOf.getTime() === viewer.now.getTime()
        ? await this.countsKept(viewer)
        : countsOf(
            (
              await this.rowsOf(
                viewer,
                reports.map((report) => report.id),
                asOf,
              )
            ).map(({ cells }) => cells),
          );
    return {
      asOf,
      size: reports.length,
      people,
      skills: teamSkills(counts, skillsIn(people)),
      pageInfo: page.pageInfo,
    };
  }

  /** Those who report to the viewer today, by name. */
  private async reportsOf(viewer: Viewer): Promise<Report[]> {
    const reports = await viewer.tx.query<Report>(
      'SELECT id, display_name AS "displayName" FROM person WHERE id = ANY ($1::uuid[]) AND active',
      [viewer.reportIds],
    );
    return reports.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  }

  /** The number of statements does not grow with the number of people. */
  private async rowsOf(viewer: Viewer, ids: string[], asOf: Date): Promise<TeamPerson[]> {
    const persons = await this.people.byIds(viewer, ids);
    const standings = await this.standings.of(viewer, ids, asOf);
    const proofs = await this.proofsOf(
      viewer,
      standings.flatMap(({ credentialId }) => credentialId ?? []),
    );
    const needs = byPerson(await this.needsOf(viewer, ids));
    const held = byPerson(standings);
    const waiting = byPerson(await this.submissions.waitingOf(viewer, ids));
    return Promise.all(
      persons.map(async (person) => ({
        person,
        jobTitle: (await this.people.employmentOf(viewer, person.id))?.jobTitle ?? '',
        cells: teamCells(needs.get(person.id) ?? [], held.get(person.id) ?? [], proofs),
        waiting: (waiting.get(person.id) ?? []).map(stateOnly),
      })),
    );
  }

  /** A few rows whatever the size of the team: what is past was folded, what is to come is not read. */
  private countsKept(viewer: Viewer): Promise<TeamCount[]> {
    return viewer.tx.query<TeamCount>(
      `SELECT skill_id AS "skillId", kind, ordinal, sum(change)::int AS people FROM team_change
       WHERE manager_id = $1 AND at <= $2 AND kind <> 'THERE' GROUP BY skill_id, kind, ordinal`,
      [viewer.personId, viewer.now],
    );
  }

  /** What the job that the viewer leads asks of each. */
  private needsOf(viewer: Viewer, personIds: string[]): Promise<Needed[]> {
    return viewer.tx.query<Needed>(
      `SELECT job.person_id AS "personId", asked.skill_id AS "skillId", coalesce(asked.level_ordinal, 1) AS needed,
         asked.must_have AS "mustHave"
       FROM employment job JOIN job_role_requirement asked USING (job_role_level_id)
       WHERE job.person_id = ANY ($1::uuid[]) AND job.manager_id = $3 AND job.is_primary
         AND job.starts_on <= $2 AND (job.ends_on IS NULL OR job.ends_on >= $2)`,
      [personIds, viewer.now.toISOString().slice(0, 10), viewer.personId],
    );
  }

  /** Where a level comes from: the achievement and how many assessed it. */
  private async proofsOf(viewer: Viewer, credentialIds: string[]): Promise<Map<string, Proof>> {
    const rows = await viewer.tx.query<Proof & { id: string }>(
      `SELECT credential.id, version.name AS "achievementName", (award.plan #>> '{marking,assessors}')::int AS assessors
       FROM credential JOIN award ON award.id = credential.award_id
       JOIN achievement_version version ON version.id = credential.achievement_version_id
       WHERE credential.id = ANY ($1::uuid[])`,
      [credentialIds],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** By name without regard to capitals, then by id: the order of the rows, comparable as text. */
const orderOf = ({ displayName, id }: Report) => `${displayName.toLowerCase()}\u0000${id}`;

const skillsIn = (people: readonly TeamPerson[]) => people.flatMap(({ cells }) => cells.map(({ skillId }) => skillId));

/** A new object, so that nothing else of the submission can be asked of it. */
function stateOnly({ id, state, submittedAt, achievementVersionId }: Submission): TeamWaiting {
  return { id, state, submittedAt, achievementVersionId };
}
