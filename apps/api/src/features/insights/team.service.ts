import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { StandingsService } from '../standings/standings.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import {
  type Needed,
  type Proof,
  type TeamCell,
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
  skills: TeamSkill[];
  people: TeamPerson[];
}

/** What a line manager may know of the own reports: verified skills and where they come from, never evidence. */
@Injectable()
export class TeamService {
  constructor(
    private readonly people: PeopleService,
    private readonly standings: StandingsService,
    private readonly submissions: SubmissionsService,
  ) {}

  /** Today's reports as of a moment. The number of statements does not grow with the team. */
  async map(viewer: Viewer, asOf: Date): Promise<TeamMap> {
    const reports = await this.people.reportsOf(viewer, viewer.personId ?? '');
    const ids = reports.map((person) => person.id).filter((id) => viewer.manages(id));
    const standings = await this.standings.of(viewer, ids, asOf);
    const needs = await this.needsOf(viewer, ids);
    const proofs = await this.proofsOf(
      viewer,
      standings.map((standing) => standing.credentialId),
    );
    const waiting = await this.submissions.waitingOf(viewer, ids);
    const people = await Promise.all(
      reports
        .filter((person) => viewer.manages(person.id))
        .map(async (person) => ({
          person,
          jobTitle: (await this.people.employmentOf(viewer, person.id))?.jobTitle ?? '',
          cells: teamCells(
            needs.filter((need) => need.personId === person.id),
            standings.filter((standing) => standing.personId === person.id),
            proofs,
          ),
          waiting: waiting.filter((submission) => submission.personId === person.id).map(stateOnly),
        })),
    );
    return { asOf, people, skills: teamSkills(people.map(({ cells }) => cells)) };
  }

  /** What the job of today asks of each. */
  private needsOf(viewer: Viewer, personIds: string[]): Promise<Needed[]> {
    return viewer.tx.query<Needed>(
      `SELECT job.person_id AS "personId", asked.skill_id AS "skillId", coalesce(asked.level_ordinal, 1) AS needed,
         asked.must_have AS "mustHave"
       FROM (SELECT DISTINCT ON (person_id) person_id, job_role_level_id FROM employment
             WHERE person_id = ANY ($1::uuid[]) AND starts_on <= $2 AND (ends_on IS NULL OR ends_on >= $2)
             ORDER BY person_id, starts_on DESC, id DESC) job
       JOIN job_role_requirement asked USING (job_role_level_id)`,
      [personIds, viewer.now.toISOString().slice(0, 10)],
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

/** A new object, so that nothing else of the submission can be asked of it. */
function stateOnly({ id, state, submittedAt, achievementVersionId }: Submission): TeamWaiting {
  return { id, state, submittedAt, achievementVersionId };
}
