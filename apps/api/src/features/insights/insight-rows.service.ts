import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '../../platform/graphql/connection.js';
import type { FigureKey } from './figures.rules.js';
import { rowsOf, type RowsWish } from './insight-row-statements.js';
import { type InsightRow, isOfAttempts, type RowKey } from './insight-rows.rules.js';
import { InsightsService, isKept, plansFor } from './insights.service.js';

const OBJECTIONS: readonly (RowKey | FigureKey)[] = ['APPEALED', 'UPHELD'];
/** A mark is for who gave it and who leads, each in their own place; a goal for who set it and whom they share it with. */
const CLOSED: readonly FigureKey[] = ['MARKS_GIVEN', 'AIM_SET', 'AIM_STEP', 'AIM_READY', 'AIM_PLANNED', 'AIM_TIME'];

/** The rows that a figure counts, for whoever may see each of them. */
@Injectable()
export class InsightRowsService {
  constructor(private readonly insights: InsightsService) {}

  /** People and what they hold: who plans for everybody and keeps the directory; what roles ask is about nobody. Attempts: who watches over assessment. */
  opens(viewer: Viewer, key: RowKey | FigureKey): boolean {
    if (CLOSED.some((closed) => closed === key)) return false;
    if (isOfAttempts(key) || OBJECTIONS.includes(key) || key === 'TURNAROUND_SLOW')
      return viewer.mayEverywhere('assessment.quality');
    return plansFor(viewer) && (key === 'SKILL_LEVELS' || viewer.mayEverywhere('people.read'));
  }

  async page(viewer: Viewer, wish: RowsWish, input: PageInput): Promise<Page<InsightRow>> {
    const nothing = () => pageOf<InsightRow>([], input, 0, () => []);
    const ids = [wish.skillId, wish.unitId, wish.jobRoleLevelId, wish.achievementId, wish.versionId].filter(
      (id) => id != null,
    );
    if (!this.opens(viewer, wish.key) || !ids.every(isId)) return nothing();
    const span = this.insights.span(viewer, wish);
    const { sql, values, told, total } = rowsOf(wish, span, isKept(viewer, span.asOf));
    const [title, id] = readCursor(input.after) ?? [];
    const from = values.length;
    const [found] = await viewer.tx.query<{ rows: InsightRow[]; total: number }>(
      `WITH ${sql}, page AS MATERIALIZED (SELECT * FROM found
         WHERE $${from + 1}::text IS NULL OR (lower(title), id::text) > ($${from + 1}, $${from + 2}::text)
         ORDER BY lower(title), id::text LIMIT $${from + 3})
       SELECT coalesce((SELECT jsonb_agg(told ORDER BY lower(title), id::text) FROM (${told ?? 'TABLE page'}) told), '[]') AS rows,
         (${total ?? 'SELECT count(*)::int FROM found'}) AS total`,
      [...values, title ?? null, id ?? null, limitOf(input)],
    );
    return pageOf(found?.rows ?? [], input, found?.total ?? 0, (row) => [row.title.toLowerCase(), row.id]);
  }
}
