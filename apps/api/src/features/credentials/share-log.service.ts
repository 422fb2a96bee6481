import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { ShareGrant } from './share-grant.entity.js';

export type ShareUse = 'PAGE' | 'DOCUMENT' | 'FINDINGS' | 'FRAME' | 'EVIDENCE' | 'VERIFICATION';

/** How often a link was used in one way on one day. */
export interface ShareDay {
  shareGrantId: string;
  day: string;
  kind: ShareUse;
  byName: string;
  times: number;
}

/** More is not shown of one link; its number of openings stays whole. */
const MOST_DAYS = 60;

/** How links are used, by day, for their holder; people are not told apart. */
@Injectable()
export class ShareLogService {
  /** The newest days first. Rows that are not the viewer's are not there. */
  async of(viewer: Viewer, grant: ShareGrant): Promise<ShareDay[]> {
    const days = await viewer.load('share-days', grant.id, async (ids) => {
      const rows = await viewer.tx.query<ShareDay>(
        `SELECT it.* FROM unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
           SELECT share_grant_id AS "shareGrantId", day::text, kind, by_name AS "byName", times FROM share_day
           WHERE share_grant_id = asked.id ORDER BY day DESC, kind, by_name LIMIT $2) it`,
        [[...ids], MOST_DAYS],
      );
      return new Map(ids.map((id) => [id, rows.filter((row) => row.shareGrantId === id)]));
    });
    return days ?? [];
  }
}
