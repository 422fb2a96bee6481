import { randomInt } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { buildStatusList, didWebOf, type PlannedStatus, STATUS_LIST_LENGTH } from '@assay/credential';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { SigningService } from './signing.service.js';

const pack = promisify(gzip);

/** Half full is where drawing a free place at random stops being quick. */
const FULL = STATUS_LIST_LENGTH / 2;
/** In a list that is half full at most, so many draws that are all taken do not happen. */
const DRAWS = 64;

/** Places in status lists, and the signed lists themselves. */
@Injectable()
export class StatusListsService {
  constructor(
    private readonly config: Config,
    private readonly signing: SigningService,
  ) {}

  /** A place nobody else has, drawn at random so that it tells nothing about when or to whom it was given. */
  async drawPlace(viewer: Viewer, awardId: string, edition: number): Promise<PlannedStatus> {
    const places = Array.from({ length: DRAWS }, () => randomInt(STATUS_LIST_LENGTH));
    const [drawn] = await viewer.tx.query<{ listId: number; place: number }>(
      'SELECT list_id AS "listId", place FROM app_draw_place($1, $2, $3, $4)',
      [awardId, places, FULL, edition],
    );
    if (!drawn) throw new Error('No free place was found in the status list.');
    return { list: this.urlOf(drawn.listId), index: drawn.place };
  }

  /** Signs the list again, with every revoked credential in it. */
  async publish(system: Viewer, listId: number): Promise<void> {
    const revoked = await system.tx.query<{ place: number }>(
      `SELECT place FROM status_place p JOIN credential c ON c.award_id = p.award_id AND c.edition = p.edition
       WHERE p.list_id = $1 AND c.status = 'REVOKED'
       UNION SELECT place FROM status_place WHERE list_id = $1 AND withdrawn_at IS NOT NULL ORDER BY place`,
      [listId],
    );
    const created = `${system.now.toISOString().slice(0, 19)}Z`;
    const set = revoked.map(({ place }) => place);
    const list = { id: this.urlOf(listId), issuer: didWebOf(this.config.publicUrl), validFrom: created, set };
    const unsigned = await buildStatusList(list, (bits) => pack(bits));
    const document = await this.signing.sign(unsigned, await this.signing.currentKey(system), created);
    await system.tx.query('UPDATE status_list SET document = $2, signed_at = $3 WHERE id = $1', [
      listId,
      document,
      system.now,
    ]);
  }

  /** Ends a place of something that is no credential, such as what somebody said about one, and signs its list again. */
  async withdrawPlace(system: Viewer, listId: number, place: number): Promise<void> {
    await system.tx.query('UPDATE status_place SET withdrawn_at = $3 WHERE list_id = $1 AND place = $2', [
      listId,
      place,
      system.now,
    ]);
    await this.publish(system, listId);
  }

  /** Signs all lists again, by the key that signs now. */
  async publishAll(system: Viewer): Promise<number> {
    const lists = await system.tx.query<{ id: number }>('SELECT id FROM status_list ORDER BY id FOR UPDATE');
    for (const { id } of lists) await this.publish(system, id);
    return lists.length;
  }

  /** Signs the lists in which these awards have their places. */
  async publishOf(system: Viewer, awardIds: readonly string[]): Promise<void> {
    const lists = await system.tx.query<{ id: number }>(
      'SELECT DISTINCT list_id AS id FROM status_place WHERE award_id = ANY ($1::uuid[]) ORDER BY 1',
      [awardIds],
    );
    for (const { id } of lists) await this.publish(system, id);
  }

  /** Signs lists that nobody has signed yet: a credential must never name a list that cannot be read. */
  async publishMissing(system: Viewer): Promise<void> {
    const lists = await system.tx.query<{ id: number }>(
      'SELECT id FROM status_list WHERE document IS NULL ORDER BY id FOR UPDATE',
    );
    for (const { id } of lists) await this.publish(system, id);
  }

  /** The signed list as it is served; null where there is none. */
  async documentOf(viewer: Viewer, listId: number): Promise<string | null> {
    const [row] = await viewer.tx.query<{ document: string | null }>('SELECT document FROM status_list WHERE id = $1', [
      listId,
    ]);
    return row?.document ?? null;
  }

  private urlOf(listId: number): string {
    return `${this.config.publicUrl}/status/${listId}`;
  }
}
