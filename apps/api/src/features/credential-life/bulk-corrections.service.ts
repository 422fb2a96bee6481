import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { isId, newId } from '../../platform/database/id.js';
import { record } from '../../platform/events/event.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InvalidInput, NotAllowed } from '../../platform/graphql/refusal.js';
import { enqueue } from '../../platform/jobs/enqueue.js';
import { CredentialStatusService } from '../credentials/credential-status.service.js';
import { EditionsService } from '../credentials/editions.service.js';
import { BulkCorrection } from './bulk-correction.entity.js';
import type { BeginBulkCorrectionInput } from './bulk-correction.type.js';
import { CredentialChange } from './credential-change.entity.js';
import { CredentialChanged } from './credential-life.events.js';
import './credential-life.policy.js';
import { type Reissuable, ReissuableService } from './reissuable.service.js';

const MOST = 500;
/** Credentials that one job signs again. */
const CHUNK = 50;
const MOST_CHARACTERS = 1_000;

/** Signs many credentials again, each in its next edition; the one before says that it was superseded. */
@Injectable()
export class BulkCorrectionsService implements OnModuleInit {
  constructor(
    private readonly editions: EditionsService,
    private readonly nodes: NodeFinders,
    private readonly reissuable: ReissuableService,
    private readonly statuses: CredentialStatusService,
  ) {}

  onModuleInit(): void {
    this.nodes.register(BulkCorrection, 'BulkCorrection', (viewer, id) => this.find(viewer, id));
  }

  async find(viewer: Viewer, id: string): Promise<BulkCorrection | null> {
    const found = isId(id) ? await viewer.tx.manager.findOneBy(BulkCorrection, { id }) : null;
    return found && can(viewer, 'read', found) ? found : null;
  }

  async begin(viewer: Viewer, input: BeginBulkCorrectionInput): Promise<BulkCorrection | InvalidInput | NotAllowed> {
    if (!viewer.mayEverywhere('credential.govern') || !viewer.personId)
      return new NotAllowed('You may not have many badges signed again.');
    const reason = input.reason.trim();
    if (!reason) return InvalidInput.of('reason', 'Say why; the holders read it.');
    if (reason.length > MOST_CHARACTERS) return InvalidInput.of('reason', 'At most 1,000 characters fit here.');
    const ids = [...new Set(input.credentialIds)];
    if (ids.length === 0) return InvalidInput.of('credentialIds', 'Choose at least one badge.');
    if (ids.length > MOST) return InvalidInput.of('credentialIds', `At most ${MOST} badges are signed again at once.`);
    const otherwise = ids.every(isId) ? await this.reissuable.of(viewer, { credentialIds: ids }) : [];
    if (otherwise.length < ids.length)
      return InvalidInput.of(
        'credentialIds',
        `${ids.length - otherwise.length} of these say nothing otherwise than it is today, or may not be signed again. Look at the list anew.`,
      );
    const it = viewer.tx.manager.create(BulkCorrection, {
      ...{ id: newId(), state: 'RUNNING', reason, credentialIds: ids, done: 0, corrected: 0, passedOver: 0 },
      ...{ failedIds: [], failures: [], createdAt: viewer.now, createdBy: viewer.personId, finishedAt: null },
    });
    await viewer.tx.manager.insert(BulkCorrection, it);
    await this.queue(viewer, it.id, 0);
    return it;
  }

  /** The next chunk, in one transaction; then the one after it. A credential that cannot be signed spoils no other. */
  async run(system: Viewer, id: string): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    const it = await system.tx.manager.findOne(BulkCorrection, { where: { id }, lock });
    if (it?.state !== 'RUNNING') return;
    const chunk = it.credentialIds.slice(it.done, it.done + CHUNK);
    await system.tx.query(
      'SELECT award.id FROM award JOIN credential ON award_id = award.id WHERE credential.id = ANY ($1::uuid[]) ORDER BY award.id FOR UPDATE OF award',
      [chunk],
    );
    const otherwise = await this.reissuable.of(system, { credentialIds: chunk });
    const superseded: { credential: Reissuable['credential']; byId: string }[] = [];
    for (const each of otherwise) {
      await system.tx.query('SAVEPOINT one_credential');
      try {
        superseded.push({ credential: each.credential, byId: await this.signAgain(system, it, each) });
        await system.tx.query('RELEASE SAVEPOINT one_credential');
      } catch (error) {
        await system.tx.query('ROLLBACK TO SAVEPOINT one_credential');
        it.failedIds.push(each.credential.id);
        it.failures.push((error instanceof Error ? error.message : String(error)).slice(0, MOST_CHARACTERS));
      }
    }
    await this.statuses.supersedeAll(system, superseded);
    it.done += chunk.length;
    it.corrected += superseded.length;
    it.passedOver += chunk.length - otherwise.length;
    if (it.done >= it.credentialIds.length) Object.assign(it, { state: 'DONE', finishedAt: system.now });
    else await this.queue(system, it.id, it.done);
    await system.tx.manager.save(BulkCorrection, it);
    const { done, corrected, passedOver, failedIds } = it;
    await audit(system, {
      operation: 'beginBulkCorrection',
      target: id,
      detail: { done, corrected, passedOver, failed: failedIds.length },
    });
  }

  /** Why one could not be signed, in words. */
  reasonOf(said: string): string {
    return said && this.editions.failureInWords(said);
  }

  private async signAgain(system: Viewer, by: BulkCorrection, otherwise: Reissuable): Promise<string> {
    const { credential, corrections, versionId } = otherwise;
    const [corrected] = await system.tx.query<{ plan: CredentialChange['plan'] }>(
      `SELECT plan FROM credential_change WHERE plan ->> 'credentialId' = $1 AND credential_id IN (
         SELECT id FROM credential WHERE award_id = $2) AND state = 'DONE'`,
      [`urn:uuid:${credential.id}`, credential.awardId],
    );
    const signed = await this.editions.planOf(system, credential, corrected?.plan ?? null);
    const name = corrections.find(({ field }) => field === 'HOLDER_NAME')?.becomes;
    const words = corrections.some(({ field }) => field !== 'HOLDER_NAME');
    const plan = await this.editions.next(system, credential, signed, {
      ...(name && { personName: name }),
      ...(words && { achievement: await this.editions.achievementIn(system, versionId) }),
    });
    const editionId = await this.editions.issue(system, credential, plan, words ? versionId : undefined);
    const change = system.tx.manager.create(CredentialChange, {
      ...{
        id: newId(),
        credentialId: credential.id,
        personId: credential.personId,
        kind: 'CORRECT',
        cause: 'CORRECTED',
      },
      ...{ reason: by.reason, state: 'DONE', corrections, plan, askedBy: by.createdBy, askedAt: by.createdAt },
      ...{ decidedBy: by.createdBy, decidedAt: by.createdAt, doneAt: system.now },
    });
    await system.tx.manager.insert(CredentialChange, change);
    await record(system, new CredentialChanged(change.id, credential.id, credential.personId));
    return editionId;
  }

  private queue(viewer: Viewer, bulkCorrectionId: string, from: number): Promise<void> {
    const id = `bulk-correct-${bulkCorrectionId}-${from}`;
    return enqueue(viewer.tx, { name: 'credentials.bulk-correct', id, payload: { bulkCorrectionId } });
  }
}
