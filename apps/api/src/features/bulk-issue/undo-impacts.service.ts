import { achievementsIn } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { Credential } from '../credentials/credential.entity.js';
import { PeopleService } from '../people/people.service.js';
import type { Impact } from '../skills/impact.type.js';
import type { BulkIssue } from './bulk-issue.entity.js';

const MOST_EXAMPLES = 10;

/** Who loses what when the badges of a list are taken back; asked before the yes. No level is verified by them. */
@Injectable()
export class UndoImpactsService {
  constructor(private readonly people: PeopleService) {}

  async of(viewer: Viewer, it: BulkIssue): Promise<Impact[]> {
    const given = await viewer.tx.query<{ personId: string; achievementId: string; credentialId: string | null }>(
      `SELECT award.person_id AS "personId", award.achievement_id AS "achievementId", credential.id AS "credentialId" FROM award
       LEFT JOIN credential ON credential.award_id = award.id AND credential.superseded_by IS NULL
       WHERE award.bulk_issue_id = $1 AND award.state <> 'CANCELLED' AND credential.status IS DISTINCT FROM 'REVOKED'
       ORDER BY award.created_at, award.id`,
      [it.id],
    );
    const signed = given.flatMap(({ credentialId }) => credentialId ?? []);
    const people = [...new Set(given.map(({ personId }) => personId))];
    return [
      ...(await this.onBadges(viewer, signed.length, people)),
      ...onUnsigned(given.length - signed.length),
      ...(await this.onStacks(viewer, [...new Set(given.map(({ achievementId }) => achievementId))], people)),
      ...(await onLinks(viewer, signed)),
    ];
  }

  private async onBadges(viewer: Viewer, count: number, people: readonly string[]): Promise<Impact[]> {
    if (count === 0) return [];
    return [
      {
        ...{ area: 'BADGE', count, examples: await this.namesOf(viewer, people) },
        touched: count === 1 ? 'One badge' : `${count} badges of ${people.length} people`,
        happens: 'Withdrawn for good. The status list says so at once, and each holder is told why.',
      },
    ];
  }

  private async onStacks(viewer: Viewer, achievementIds: string[], people: string[]): Promise<Impact[]> {
    const stacks = await viewer.tx.manager.findBy(AchievementVersion, { route: 'STACK', state: 'PUBLISHED' });
    const built = stacks.filter(
      ({ stackRule }) => stackRule && achievementsIn(stackRule.asks).some((each) => achievementIds.includes(each)),
    );
    if (built.length === 0) return [];
    const resting = await viewer.tx.manager.findBy(Credential, {
      personId: In(people),
      achievementVersionId: In(built.map(({ id }) => id)),
      status: 'ACTIVE',
    });
    const path = ({ achievementId }: AchievementVersion) => `/growth/achievements/${achievementId}`;
    const toGo: Impact = {
      ...{ area: 'STACK', count: built.length, happens: 'Does not count towards it any more.' },
      touched: built.length === 1 ? 'A larger achievement counts it' : `${built.length} larger achievements count it`,
      examples: built.slice(0, MOST_EXAMPLES).map((each) => ({ name: each.name, path: path(each) })),
    };
    if (resting.length === 0) return [toGo];
    const holders = [...new Set(resting.map(({ personId }) => personId))];
    return [
      toGo,
      {
        ...{ area: 'STACK', count: resting.length, examples: await this.namesOf(viewer, holders) },
        touched:
          resting.length === 1 ? 'A larger badge that rests on it' : `${resting.length} larger badges that rest on it`,
        happens: 'Stays until somebody decides about it.',
      },
    ];
  }

  private async namesOf(viewer: Viewer, people: readonly string[]): Promise<Impact['examples']> {
    const named = await Promise.all(people.slice(0, MOST_EXAMPLES).map((id) => this.people.byId(viewer, id)));
    return named.flatMap((person) => (person ? [{ name: person.displayName, path: null }] : []));
  }
}

function onUnsigned(count: number): Impact[] {
  if (count === 0) return [];
  const touched = count === 1 ? 'One award that is not signed yet' : `${count} awards that are not signed yet`;
  return [{ area: 'AWARD', count, touched, happens: 'Cancelled; nothing is ever signed for it.', examples: [] }];
}

async function onLinks(viewer: Viewer, credentialIds: readonly string[]): Promise<Impact[]> {
  const [row] = await viewer.tx.query<{ n: number }>('SELECT app_open_links($1::uuid[]) AS n', [credentialIds]);
  const count = row?.n ?? 0;
  if (count === 0) return [];
  const touched = count === 1 ? 'One link that a holder gave away' : `${count} links that holders gave away`;
  return [
    { area: 'LINKS', count, touched, happens: 'Whoever opens it reads that the badge was withdrawn.', examples: [] },
  ];
}
