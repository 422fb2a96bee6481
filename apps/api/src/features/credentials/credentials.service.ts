import { randomBytes, randomUUID } from 'node:crypto';
import { didWebOf } from '@assay/credential';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { can } from '../../platform/access/policy.js';
import { asEntities, type Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { idFor, isId } from '../../platform/database/id.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { record } from '../../platform/events/event.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import { Award, type AwardBasis } from './award.entity.js';
import { AwardedAchievementService } from './awarded-achievement.service.js';
import { Credential } from './credential.entity.js';
import { AwardMade } from './credentials.events.js';
import './credentials.policy.js';
import { chunksOf, queueChunks } from './issuance-chunks.js';
import { planFor } from './issuance-plan.rules.js';
import { StatusListsService } from './status-lists.service.js';

/** What a higher feature says when somebody has earned something. Plain values: this feature does not learn what a submission is. */
export interface AwardRequest {
  readonly personId: string;
  readonly achievementVersionId: string;
  readonly basis: AwardBasis;
  readonly basisId: string;
  readonly awardedOn: Date;
  readonly results: readonly { readonly criterionId: string; readonly levelId: string }[];
  readonly evidence: readonly { readonly kind: string; readonly madeOn: string | null; readonly sha256: string }[];
  readonly assessorCount: number;
  /** Where it was earned by recognition of prior learning; the credential says so. */
  readonly route?: 'PRIOR_LEARNING';
  /** The award that this one renews. */
  readonly renewsId?: string | null;
  /** The list that it stands on. */
  readonly bulkIssueId?: string | null;
}

/** The edition that an award is issued as first; corrections come after it. */
export const FIRST_EDITION = 1;

const HELD_BY: Part<Credential[]> = {
  name: 'credentials-held-by',
  sql: 'SELECT * FROM credential WHERE person_id = ANY ($ids) ORDER BY issued_at DESC, id DESC',
  rows: (rows, tx) => rowsBy(asEntities(tx, Credential, rows), ({ personId }) => personId),
};

/** Awards, and the credentials that were issued for them. */
@Injectable()
export class CredentialsService implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly nodes: NodeFinders,
    private readonly organisations: OrganisationService,
    private readonly people: PeopleService,
    private readonly achievements: AwardedAchievementService,
    private readonly statusLists: StatusListsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(Credential, 'Credential', (viewer, id) => this.find(viewer, id));
    this.nodes.register(Award, 'Award', (viewer, id) => this.findAward(viewer, id));
  }

  /**
   * Makes the award with its whole plan and queues the signing, in the viewer's transaction: all of it or none.
   * The same basis again gives the award that is there.
   */
  async award(viewer: Viewer, request: AwardRequest): Promise<Award> {
    const { award, isNew } = await this.store(viewer, request);
    if (isNew) await queueChunks(viewer, [[award.id]]);
    return award;
  }

  /** As `award`, for many at once: they are signed in chunks, and not one job each. */
  async awardAll(viewer: Viewer, requests: readonly AwardRequest[]): Promise<Award[]> {
    const stored = [];
    await this.people.byIds(
      viewer,
      requests.map(({ personId }) => personId),
    );
    for (const request of requests) stored.push(await this.store(viewer, request));
    await queueChunks(viewer, chunksOf(stored.flatMap(({ award, isNew }) => (isNew ? [award.id] : []))));
    return stored.map(({ award }) => award);
  }

  private async store(viewer: Viewer, request: AwardRequest): Promise<{ award: Award; isNew: boolean }> {
    const id = idFor('award', request.basis, request.basisId);
    await viewer.tx.aloneIn(`award ${id}`);
    const known = await viewer.tx.manager.findOneBy(Award, { basis: request.basis, basisId: request.basisId });
    if (known) return { award: known, isNew: false };
    const plan = await this.plan(viewer, id, request);
    const { personId, achievementVersionId, basis, basisId, awardedOn } = request;
    const award = viewer.tx.manager.create(Award, {
      ...{ id, personId, achievementVersionId, basis, basisId, awardedOn, plan },
      renewsId: request.renewsId ?? null,
      bulkIssueId: request.bulkIssueId ?? null,
      ...{ state: 'PENDING', createdAt: viewer.now, attempts: 0, lastError: null, lastTriedAt: null },
    });
    // Nothing is read back: whoever decides does not see the award, which says whose it is.
    await viewer.tx.manager.insert(Award, award);
    await record(viewer, new AwardMade(id, personId));
    viewer.forget(`award-by-${basis}`, basisId);
    return { award, isNew: true };
  }

  awardByBasis(viewer: Viewer, basis: AwardBasis, basisId: string): Promise<Award | null> {
    return viewer.load(`award-by-${basis}`, basisId, async (ids) => {
      const awards = await viewer.tx.manager.findBy(Award, { basis, basisId: In([...ids]) });
      return new Map(awards.map((award) => [award.basisId, award]));
    });
  }

  awardById(viewer: Viewer, id: string): Promise<Award | null> {
    return viewer.load('award', id, async (ids) => {
      const awards = await viewer.tx.manager.findBy(Award, { id: In([...ids]) });
      return new Map(awards.map((award) => [award.id, award]));
    });
  }

  /** As `awardById`, for an id from outside and only for those who may see it. */
  async findAward(viewer: Viewer, id: string): Promise<Award | null> {
    const award = isId(id) ? await this.awardById(viewer, id) : null;
    if (!award) return null;
    await viewer.learn([award.personId]);
    return can(viewer, 'see', award) ? award : null;
  }

  byId(viewer: Viewer, id: string): Promise<Credential | null> {
    return viewer.load('credential', id, async (ids) => {
      const credentials = await viewer.tx.manager.findBy(Credential, { id: In([...ids]) });
      return new Map(credentials.map((credential) => [credential.id, credential]));
    });
  }

  /** Whose these are, and of what, without those that correct another. */
  firstEditions(
    system: Viewer,
    ids: readonly string[],
  ): Promise<{ id: string; personId: string; versionId: string }[]> {
    return system.tx.query(
      `SELECT id, person_id AS "personId", achievement_version_id AS "versionId" FROM credential
       WHERE id = ANY ($1::uuid[]) AND edition = $2 ORDER BY array_position($1::uuid[], id)`,
      [ids, FIRST_EDITION],
    );
  }

  /** Of which versions these are, and from which years: each pair once. */
  yearsOf(system: Viewer, ids: readonly string[]): Promise<{ versionId: string; year: number }[]> {
    return system.tx.query(
      `SELECT DISTINCT achievement_version_id AS "versionId", extract(year FROM valid_from)::int AS year
       FROM credential WHERE id = ANY ($1::uuid[]) ORDER BY 1, 2`,
      [ids],
    );
  }

  /** As `byId`, for an id from outside and only for those who may see it. */
  async find(viewer: Viewer, id: string): Promise<Credential | null> {
    const credential = isId(id) ? await this.byId(viewer, id) : null;
    if (credential) await viewer.learn([credential.personId]);
    return credential && can(viewer, 'see', credential) ? credential : null;
  }

  /** The newest edition of an award's credential; null while it waits to be signed. */
  credentialOfAward(viewer: Viewer, awardId: string): Promise<Credential | null> {
    return viewer.load('credential-of-award', awardId, async (ids) => {
      const rows = await viewer.tx.manager.find(Credential, {
        where: { awardId: In([...ids]) },
        order: { edition: 'ASC' },
      });
      return new Map(rows.map((row) => [row.awardId, row]));
    });
  }

  /** The award that renewed this one; null where none did. Whoever sees the one sees the other. */
  renewalOf(viewer: Viewer, awardId: string): Promise<Award | null> {
    return viewer.load('award-renewing', awardId, async (ids) => {
      const awards = await viewer.tx.manager.find(Award, {
        where: { renewsId: In([...ids]), state: Not('CANCELLED') },
        order: { createdAt: 'ASC' },
      });
      return new Map(awards.flatMap((award) => (award.renewsId ? [[award.renewsId, award] as const] : [])));
    });
  }

  /** Everything these people hold, newest first. */
  credentialsOf(viewer: Viewer, personIds: readonly string[]): Promise<Credential[]> {
    if (personIds.length === 0) return Promise.resolve([]);
    return viewer.tx.manager.find(Credential, {
      where: { personId: In([...personIds]) },
      order: { issuedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The same of one person, for whoever reads: what is written meanwhile is not seen. */
  async heldBy(viewer: Viewer, personId: string): Promise<Credential[]> {
    const held = (await viewer.loadTogether(HELD_BY, personId)) ?? [];
    for (const each of held) viewer.remember('credential', each.id, each);
    return held;
  }

  /** Who holds one of these skills by a credential that counts today; for those whom no row is hidden from. */
  holdersOf(system: Viewer, skillIds: readonly string[]): Promise<{ personId: string; skillId: string }[]> {
    return system.tx.query(
      `SELECT DISTINCT credential.person_id AS "personId", awards.skill_id AS "skillId" FROM credential
       JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
       WHERE awards.skill_id = ANY ($1::uuid[]) AND credential.status = 'ACTIVE'
         AND (credential.valid_until IS NULL OR credential.valid_until > $2)
       ORDER BY 1, 2`,
      [skillIds, system.now],
    );
  }

  /** What counts today of an achievement and was earned by another version than this one, one each; for whom no row is hidden from. */
  async heldByOthersThan(system: Viewer, achievementId: string, versionId: string): Promise<Credential[]> {
    const rows = await system.tx.query<{ id: string }>(
      `SELECT DISTINCT ON (it.person_id) it.id FROM credential it
       JOIN achievement_version version ON version.id = it.achievement_version_id
       WHERE version.achievement_id = $1 AND it.status = 'ACTIVE' AND it.superseded_by IS NULL
         AND (it.valid_until IS NULL OR it.valid_until > $3)
       ORDER BY it.person_id, (version.id = $2) DESC, it.valid_from DESC`,
      [achievementId, versionId, system.now],
    );
    const held = await system.tx.manager.findBy(Credential, { id: In(rows.map(({ id }) => id)) });
    return held.filter((each) => each.achievementVersionId !== versionId);
  }

  async mine(viewer: Viewer): Promise<Credential[]> {
    const held = viewer.personId ? await this.heldBy(viewer, viewer.personId) : [];
    // Of what was corrected only the edition that is right.
    return held.filter(({ supersededBy }) => supersededBy === null);
  }

  private async plan(viewer: Viewer, awardId: string, request: AwardRequest): Promise<Award['plan']> {
    const person = await this.people.byId(viewer, request.personId);
    const achievement = await this.achievements.of(viewer, request.achievementVersionId);
    if (!person || !achievement) throw new Error('An award needs a person and an achievement version that exist.');
    const organisation = await this.organisations.current(viewer);
    const { publicUrl } = this.config;
    return planFor(
      achievement,
      {
        credentialId: idFor('credential', awardId, String(FIRST_EDITION)),
        subjectId: await this.subjectOf(viewer, person.id),
        personName: person.displayName,
        awardedOn: request.awardedOn,
        results: request.results,
        evidence: request.evidence,
        assessorCount: request.assessorCount,
        ...(request.route && { route: request.route }),
      },
      { name: organisation.name, did: didWebOf(publicUrl), publicUrl, isDemo: organisation.isDemo },
      {
        salt: randomBytes(32).toString('base64url'),
        status: await this.statusLists.drawPlace(viewer, awardId, FIRST_EDITION),
      },
    );
  }

  /** What credentials call this person: one random id for all of them. */
  private async subjectOf(viewer: Viewer, personId: string): Promise<string> {
    const [row] = await viewer.tx.query<{ id: string | null }>('SELECT app_subject_of($1, $2) AS id', [
      personId,
      randomUUID(),
    ]);
    if (!row?.id) throw new Error('The subject of a credential was not stored.');
    return row.id;
  }
}
