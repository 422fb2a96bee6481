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

/** Places in status lists, and the signed lists themselves. */
@Injectable()
export class StatusListsService {
  constructor(
    private readonly config: Config,
    private readonly signing: SigningService,
  ) {}

  /** A place nobody else has, drawn at random so that it tells nothing about when or to whom it was given. */
  async drawPlace(viewer: Viewer, awardId: string): Promise<PlannedStatus> {
    const listId = await this.openList(viewer);
    for (let draw = 0; draw < 100; draw++) {
      const place = randomInt(STATUS_LIST_LENGTH);
      const taken = await viewer.tx.query(
        'INSERT INTO status_place (list_id, place, award_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING place',
        [listId, place, awardId],
      );
      if (taken.length > 0) return { list: this.urlOf(listId), index: place };
    }
    throw new Error('No free place was found in the status list.');
  }

  /** Signs the list again, with every revoked credential in it. */
  async publish(system: Viewer, listId: number): Promise<void> {
    const revoked = await system.tx.query<{ place: number }>(
      `SELECT place FROM status_place p JOIN credential c ON c.award_id = p.award_id
       WHERE p.list_id = $1 AND c.status = 'REVOKED' ORDER BY place`,
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

  private async openList(viewer: Viewer): Promise<number> {
    const [open] = await viewer.tx.query<{ id: number }>(
      `SELECT id FROM status_list l WHERE (SELECT count(*) FROM status_place WHERE list_id = l.id) < $1 ORDER BY id DESC LIMIT 1`,
      [FULL],
    );
    if (open) return open.id;
    const [last] = await viewer.tx.query<{ next: number }>(
      'SELECT coalesce(max(id), 0)::int + 1 AS next FROM status_list',
    );
    const next = last?.next ?? 1;
    // Two awards may find no open list at once; the second uses the one that the first made.
    await viewer.tx.query('INSERT INTO status_list (id) VALUES ($1) ON CONFLICT DO NOTHING', [next]);
    return next;
  }

  private urlOf(listId: number): string {
    return `${this.config.publicUrl}/status/${listId}`;
  }
}
