import { achievementsIn } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { Credential } from '../credentials/credential.entity.js';
import { PeopleService } from '../people/people.service.js';
import type { Impact } from '../skills/impact.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { type Standing, StandingsService } from '../standings/standings.service.js';
import { fallen, type Fallen, rolesLost, staying } from './ending.rules.js';

const MOST_EXAMPLES = 10;

/** Who loses what when a credential stops counting; asked before the yes. */
@Injectable()
export class ImpactsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly people: PeopleService,
    private readonly skills: SkillsService,
    private readonly standings: StandingsService,
  ) {}

  /** Nothing where it does not count any more. */
  async ofEnding(viewer: Viewer, credential: Credential): Promise<Impact[]> {
    const { personId, id } = credential;
    const { before, after, proved } = await this.standings.without(viewer, personId, [id]);
    const falls = fallen(before, after);
    const answers = [
      ...(await this.onStandings(viewer, falls, after)),
      ...(await this.staying(viewer, staying(proved, before, after))),
      ...(await this.onlyNaming(viewer, credential, falls)),
      ...(await this.onRole(viewer, personId, falls)),
      ...(await this.onTeam(viewer, personId, falls)),
      ...(await this.onStacks(viewer, credential)),
      ...(await this.onAssessing(viewer, personId, falls)),
      ...(await this.onLinks(viewer, id)),
    ];
    return answers.map((each) => ({ ...each, examples: each.examples.slice(0, MOST_EXAMPLES) }));
  }

  private async onStandings(viewer: Viewer, falls: Fallen[], after: readonly Standing[]): Promise<Impact[]> {
    if (falls.length === 0) return [];
    const examples = await Promise.all(
      falls.map(async ({ skillId, from, to }) => {
        const [skill, was, left] = await Promise.all([
          this.skills.skillById(viewer, skillId),
          this.skills.levelOf(viewer, skillId, from),
          to === 0 ? null : this.skills.levelOf(viewer, skillId, to),
        ]);
        const by = to === 0 ? '' : await this.sourceOf(viewer, after, skillId);
        const level = `${was?.label ?? from} → ${to === 0 ? 'none' : (left?.label ?? to)}`;
        return { name: `${skill?.name ?? 'A skill'}: ${level}${by}`, path: `/programme/skills/${skillId}` };
      }),
    );
    return [
      {
        area: 'STANDING',
        count: falls.length,
        touched: falls.length === 1 ? 'One verified level' : `${falls.length} verified levels`,
        happens: 'What is left is what other badges still verify.',
        examples,
      },
    ];
  }

  /** Levels that it verifies and that others verify as well: nothing is lost of them. */
  private async staying(viewer: Viewer, stays: readonly Standing[]): Promise<Impact[]> {
    if (stays.length === 0) return [];
    const examples = await Promise.all(
      stays.map(async ({ skillId, ordinal }) => {
        const [skill, level] = await Promise.all([
          this.skills.skillById(viewer, skillId),
          this.skills.levelOf(viewer, skillId, ordinal),
        ]);
        const by = await this.sourceOf(viewer, stays, skillId);
        return {
          name: `${skill?.name ?? 'A skill'}: ${level?.label ?? ordinal}${by}`,
          path: `/programme/skills/${skillId}`,
        };
      }),
    );
    return [
      {
        area: 'STAYS',
        count: stays.length,
        touched: stays.length === 1 ? 'One level that it verifies' : `${stays.length} levels that it verifies`,
        happens: 'Stays: something else verifies it as well.',
        examples,
      },
    ];
  }

  /** What verifies a level afterwards, as the end of a sentence. */
  private async sourceOf(viewer: Viewer, after: readonly Standing[], skillId: string): Promise<string> {
    const left = after.find((each) => each.skillId === skillId);
    if (!left) return '';
    if (left.recognisedFrom) return `, by “${left.badgeName}”, recognised from ${left.recognisedFrom}`;
    const version = await this.achievements.versionById(viewer, left.achievementVersionId ?? '');
    return version ? `, by “${version.name}”` : '';
  }

  /** Badges that stay and name a skill that falls, and that nobody assessed by themselves: they look as if they proved it. */
  private async onlyNaming(viewer: Viewer, credential: Credential, falls: Fallen[]): Promise<Impact[]> {
    if (falls.length === 0) return [];
    const rows = await viewer.tx.query<{ name: string; id: string }>(
      `SELECT DISTINCT version.name, it.id FROM credential it JOIN award ON award.id = it.award_id AND award.basis <> 'DECISION'
       JOIN awarded_skill awards ON awards.achievement_version_id = it.achievement_version_id AND awards.skill_id = ANY ($3::uuid[])
       JOIN achievement_version version ON version.id = it.achievement_version_id
       WHERE it.person_id = $1 AND it.id <> $2 AND it.status = 'ACTIVE' AND it.superseded_by IS NULL
         AND (it.valid_until IS NULL OR it.valid_until > $4) ORDER BY version.name, it.id`,
      [credential.personId, credential.id, falls.map(({ skillId }) => skillId), viewer.now],
    );
    if (rows.length === 0) return [];
    return [
      {
        area: 'NAMED',
        count: rows.length,
        touched:
          rows.length === 1 ? 'One badge that names such a skill' : `${rows.length} badges that name such a skill`,
        happens:
          'Stays, and verifies no level: nobody assessed it by itself, it was given for its parts or without assessment.',
        examples: rows.map(({ name, id }) => ({ name, path: `/programme/credentials/${id}` })),
      },
    ];
  }

  private async onRole(viewer: Viewer, personId: string, falls: Fallen[]): Promise<Impact[]> {
    const job = falls.length > 0 ? await this.people.employmentOf(viewer, personId) : null;
    const role = job?.jobRoleLevelId ? await this.skills.jobRoleLevelById(viewer, job.jobRoleLevelId) : null;
    if (!role) return [];
    const lost = rolesLost(await this.skills.requirementsOf(viewer, role.id), falls);
    if (lost.length === 0) return [];
    const skills = await Promise.all(lost.map((need) => this.skills.skillAsked(viewer, need)));
    const musts = lost.filter(({ mustHave }) => mustHave).length;
    return [
      {
        area: 'ROLE',
        count: lost.length,
        touched: lost.length === 1 ? `One requirement of ${role.name}` : `${lost.length} requirements of ${role.name}`,
        happens:
          musts > 0
            ? `Met no longer; ${musts === 1 ? 'one is a must-have' : `${musts} are must-haves`}.`
            : 'Met no longer.',
        examples: skills.flatMap((skill) =>
          skill ? [{ name: skill.name, path: `/programme/skills/${skill.id}` }] : [],
        ),
      },
    ];
  }

  /** Skills that the team's jobs ask and that nobody else in it is verified in. */
  private async onTeam(viewer: Viewer, personId: string, falls: Fallen[]): Promise<Impact[]> {
    if (falls.length === 0) return [];
    const rows = await viewer.tx.query<{ skillId: string; managerId: string; others: number }>(
      `SELECT skill_id AS "skillId", manager_id AS "managerId", others FROM app_team_cover($1, $2)`,
      [personId, falls.map(({ skillId }) => skillId)],
    );
    const alone = rows.filter(({ others }) => others === 0);
    if (alone.length === 0) return [];
    const manager = await this.people.byId(viewer, alone[0]?.managerId ?? '');
    const skills = await Promise.all(alone.map(({ skillId }) => this.skills.skillById(viewer, skillId)));
    return [
      {
        area: 'TEAM',
        count: alone.length,
        touched: alone.length === 1 ? 'One skill of the team' : `${alone.length} skills of the team`,
        happens: `Nobody who reports to ${manager?.displayName ?? 'the same manager'} is left at the level that is asked.`,
        examples: skills.flatMap((skill) =>
          skill ? [{ name: skill.name, path: `/programme/skills/${skill.id}` }] : [],
        ),
      },
    ];
  }

  /** A larger achievement never falls by itself: somebody decides about it. */
  private async onStacks(viewer: Viewer, credential: Credential): Promise<Impact[]> {
    const version = await this.achievements.versionById(viewer, credential.achievementVersionId);
    if (!version) return [];
    const stacks = await viewer.tx.manager
      .createQueryBuilder(AchievementVersion, 'version')
      .where(`version.route = 'STACK' AND version.state = 'PUBLISHED' AND version.stack_rule::text LIKE :part`, {
        part: `%${version.achievementId}%`,
      })
      .orderBy('version.name')
      .limit(MOST_EXAMPLES)
      .getMany();
    const built = stacks.filter(
      ({ stackRule }) => stackRule && achievementsIn(stackRule.asks).includes(version.achievementId),
    );
    if (built.length === 0) return [];
    const held = await viewer.tx.manager.findBy(Credential, {
      personId: credential.personId,
      achievementVersionId: In(built.map(({ id }) => id)),
      status: 'ACTIVE',
    });
    const resting = built.filter(({ id }) => held.some(({ achievementVersionId }) => achievementVersionId === id));
    const toGo = built.filter((each) => !resting.includes(each));
    const line = (which: AchievementVersion[], touched: string, happens: string): Impact[] =>
      which.length === 0
        ? []
        : [
            {
              area: 'STACK',
              count: which.length,
              touched,
              happens,
              examples: which.map(({ name, achievementId }) => ({
                name,
                path: `/growth/achievements/${achievementId}`,
              })),
            },
          ];
    return [
      ...line(
        resting,
        resting.length === 1 ? 'A larger badge that rests on it' : `${resting.length} larger badges that rest on it`,
        'Stays until somebody decides about it.',
      ),
      ...line(
        toGo,
        toGo.length === 1 ? 'A larger achievement counts it' : `${toGo.length} larger achievements count it`,
        'Does not count towards it any more.',
      ),
    ];
  }

  private async onAssessing(viewer: Viewer, personId: string, falls: Fallen[]): Promise<Impact[]> {
    if (falls.length === 0) return [];
    const rows = await viewer.tx.query<{ name: string; achievementId: string }>(
      `SELECT DISTINCT ON (it.achievement_id) version.name, it.achievement_id AS "achievementId"
       FROM assessor_qualification it
       JOIN achievement_version version ON version.achievement_id = it.achievement_id AND version.state = 'PUBLISHED'
       WHERE it.person_id = $1 AND it.basis = 'HOLDS_SKILL' AND it.ended_at IS NULL AND version.skill_id = ANY ($2::uuid[])
       ORDER BY it.achievement_id, version.number DESC LIMIT 10`,
      [personId, falls.map(({ skillId }) => skillId)],
    );
    if (rows.length === 0) return [];
    return [
      {
        area: 'ASSESSING',
        count: rows.length,
        touched: rows.length === 1 ? 'Assesses one achievement by it' : `Assesses ${rows.length} achievements by it`,
        happens: 'Stays qualified until an assessment lead ends that.',
        examples: rows.map(({ name, achievementId }) => ({ name, path: `/growth/achievements/${achievementId}` })),
      },
    ];
  }

  private async onLinks(viewer: Viewer, credentialId: string): Promise<Impact[]> {
    const [row] = await viewer.tx.query<{ n: number }>('SELECT app_open_links(ARRAY[$1::uuid]) AS n', [credentialId]);
    const n = row?.n ?? 0;
    if (n === 0) return [];
    return [
      {
        area: 'LINKS',
        count: n,
        touched: n === 1 ? 'One link that the holder gave away' : `${n} links that the holder gave away`,
        happens: 'Whoever opens it reads how the badge stands and since when.',
        examples: [],
      },
    ];
  }
}
