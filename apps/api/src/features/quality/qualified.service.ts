import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { QUALIFIED } from './quality.policy.js';

/** For which achievements the viewer is a qualified assessor, as the database counts it. */
@Injectable()
export class QualifiedService {
  async learn(viewer: Viewer, achievementIds: readonly string[]): Promise<void> {
    if (!viewer.personId) return;
    await Promise.all(
      [...new Set(achievementIds)].map((id) =>
        viewer.load(QUALIFIED, id, async (ids) => {
          const [row] = await viewer.tx.query<{ ids: string[] }>('SELECT app_qualified_for() AS ids');
          return new Map(ids.map((each) => [each, row?.ids.includes(each) ?? false]));
        }),
      ),
    );
  }

  async all(viewer: Viewer): Promise<string[]> {
    if (!viewer.personId) return [];
    const [row] = await viewer.tx.query<{ ids: string[] }>('SELECT app_qualified_for() AS ids');
    return row?.ids ?? [];
  }
}
