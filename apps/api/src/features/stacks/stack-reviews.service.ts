import { achievementsIn, counting } from '@assay/pathway';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { dayOf } from '../../platform/access/day.js';
import { Viewer } from '../../platform/access/viewer.js';
import { idFor, newId } from '../../platform/database/id.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { record } from '../../platform/events/event.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { AchievementPublished } from '../achievements/achievement.events.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { StackRulesService } from '../achievements/stack-rules.service.js';
import { CredentialChanged } from '../credential-life/credential-life.events.js';
import { Award } from '../credentials/award.entity.js';
import { Credential } from '../credentials/credential.entity.js';
import { CredentialIssued, CredentialRevoked } from '../credentials/credentials.events.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import { type Held, StackHoldingsService } from './stack-holdings.service.js';
import { StackRisk } from './stack-risk.entity.js';
import { isEarned, type LostPart, lostParts } from './stack-risk.rules.js';
import { StackAtRisk } from './stacks.events.js';

/** The job that gives a stack to those who completed it before it was published. */
export const GIVE_STACK = 'stacks.give';

/** Gives what is earned through others by itself, and notices when what it rests on counts no longer; it never takes one back. */
@Injectable()
export class StackReviewsService implements OnModuleInit {
  constructor(
    private readonly listeners: EventListeners,
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
    private readonly holdings: StackHoldingsService,
    private readonly people: PeopleService,
    private readonly stacks: StackRulesService,
  ) {}

  onModuleInit(): void {
    this.listeners.onMany(CredentialIssued, (system, issued) => this.after(system, issued.map(subjectOf)));
    this.listeners.on(CredentialChanged, (system, { credentialId }) => this.after(system, [credentialId]));
    this.listeners.on(CredentialRevoked, (system, { subjectId }) => this.after(system, [subjectId]));
    this.listeners.on(AchievementPublished, async (system, { subjectId }) => {
      const version = await this.achievements.versionById(system, subjectId);
      if (version?.stackRule)
        await enqueue(system.tx, {
          ...{ name: GIVE_STACK, id: `${GIVE_STACK}-${subjectId}` },
          payload: { versionId: subjectId, after: null },
        });
    });
  }

  /** What somebody holds, against every rule. */
  async review(system: Viewer, personId: string): Promise<void> {
    // Two credentials of one person may be told of at once.
    await system.tx.aloneIn(`stacks ${personId}`);
    const held = await this.holdings.of(system, personId);
    await this.reviewHeld(system, personId, held);
    const person = await this.people.byId(system, personId);
    if (!person?.isWithUs(dayOf(system))) return;
    for (const version of await this.stacks.offered(system))
      await this.giveWhereEarned(system, personId, version, held);
  }

  /** Whoever holds one of these, where it is counted towards anything. Most badges count towards nothing: then one statement was all. */
  private async after(system: Viewer, credentialIds: readonly string[]): Promise<void> {
    const holders = await system.tx.query<{ personId: string }>(
      `WITH held AS (
         SELECT DISTINCT it.person_id, version.achievement_id, version.stack_rule IS NOT NULL AS stacked
         FROM credential it JOIN achievement_version version ON version.id = it.achievement_version_id WHERE it.id = ANY ($1::uuid[])),
       counted AS (
         SELECT achievement_id FROM (SELECT DISTINCT achievement_id FROM held) one WHERE EXISTS (
           SELECT FROM achievement_version WHERE stack_rule IS NOT NULL AND stack_rule::text LIKE '%' || one.achievement_id || '%'))
       SELECT DISTINCT person_id AS "personId" FROM held WHERE stacked OR achievement_id IN (SELECT achievement_id FROM counted) ORDER BY 1`,
      [credentialIds],
    );
    // Each with eyes of its own: what is given to one may change what the next one's is worth.
    for (const { personId } of holders) await this.review(Viewer.system(system.tx, system.now), personId);
  }

  private async giveWhereEarned(
    system: Viewer,
    personId: string,
    version: AchievementVersion,
    held: readonly Held[],
  ): Promise<void> {
    const { stackRule: rule, achievementId } = version;
    if (!rule || !held.some((each) => achievementsIn(rule.asks).includes(each.achievementId))) return;
    const [last] = await system.tx.manager.find(Award, {
      ...{ where: { personId, achievementId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 1 },
    });
    if (last && (last.state === 'PENDING' || last.state === 'QUARANTINED')) return;
    const counts = ({ achievementId: id, withdrawn, until }: Held) =>
      id === achievementId && !withdrawn && (!until || until > system.now);
    if (held.some(counts)) return;
    const factsOf = await this.factsFor(system, version, held);
    if (!isEarned(rule, factsOf, held, system.now, last?.createdAt ?? null)) return;
    const parts = counting(rule, held, system.now);
    await this.credentials.award(system, {
      ...{ personId, achievementVersionId: version.id, basis: 'STACK', awardedOn: system.now },
      basisId: idFor('stack', personId, achievementId, last?.id ?? ''),
      results: [],
      evidence: held
        .filter((each) => parts.has(each.achievementId) && !each.withdrawn)
        .map(({ digest, earnedOn }) => ({
          ...{ kind: 'CREDENTIAL', madeOn: earnedOn.toISOString().slice(0, 10), sha256: digest },
        })),
      assessorCount: 0,
    });
  }

  private async reviewHeld(system: Viewer, personId: string, held: readonly Held[]): Promise<void> {
    const own = await this.ownStacks(system, personId);
    const known = await system.tx.manager.findBy(StackRisk, { personId, state: Not('OVER') });
    for (const risk of known)
      if (!own.some(({ credential }) => credential.id === risk.credentialId)) await this.close(system, risk);
    for (const { credential, version } of own) {
      const { stackRule: rule } = version;
      if (!rule) continue;
      const lost = lostParts(rule, await this.factsFor(system, version, held), held, system.now);
      const risk = known.find(({ credentialId }) => credentialId === credential.id);
      if (risk && lost.some((each) => !risk.lost.some(isThe(each)))) await this.close(system, risk);
      else if (risk) {
        if (lost.length === 0) await this.close(system, risk);
        continue;
      }
      if (lost.length > 0) await this.open(system, credential, lost);
    }
  }

  private async ownStacks(
    system: Viewer,
    personId: string,
  ): Promise<{ credential: Credential; version: AchievementVersion }[]> {
    const rows = await system.tx.query<{ id: string }>(
      `SELECT it.id FROM credential it JOIN achievement_version version ON version.id = it.achievement_version_id
       WHERE it.person_id = $1 AND version.stack_rule IS NOT NULL AND it.superseded_by IS NULL AND it.status = 'ACTIVE'
         AND (it.valid_until IS NULL OR it.valid_until > $2)`,
      [personId, system.now],
    );
    const credentials = await system.tx.manager.findBy(Credential, { id: In(rows.map(({ id }) => id)) });
    const versions = await Promise.all(
      credentials.map(({ achievementVersionId }) => this.achievements.versionById(system, achievementVersionId)),
    );
    return credentials.flatMap((credential, place) => {
      const version = versions[place];
      return version ? [{ credential, version }] : [];
    });
  }

  private async factsFor(system: Viewer, { stackRule }: AchievementVersion, held: readonly Held[]) {
    const offered = stackRule ? await this.stacks.countedBy(system, stackRule) : [];
    return this.stacks.factsOf([...offered, ...held.map(({ version }) => version)]);
  }

  private async open(system: Viewer, { id: credentialId, personId }: Credential, lost: LostPart[]): Promise<void> {
    const risk = system.tx.manager.create(StackRisk, {
      ...{ id: newId(), credentialId, personId, lost, state: 'OPEN', openedAt: system.now },
      ...{ reason: null, decidedBy: null, decidedAt: null },
    });
    await system.tx.manager.insert(StackRisk, risk);
    await record(system, new StackAtRisk(risk.id, personId));
  }

  private async close(system: Viewer, { id }: StackRisk): Promise<void> {
    await system.tx.manager.update(StackRisk, { id }, { state: 'OVER' });
  }
}

const subjectOf = ({ subjectId }: CredentialIssued): string => subjectId;

const isThe =
  (lost: LostPart) =>
  (each: LostPart): boolean =>
    each.achievementId === lost.achievementId;
