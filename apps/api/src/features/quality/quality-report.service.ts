import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { familyOf, USUAL_FONTS } from '../../platform/lettering/fonts.rules.js';
import { pathOfFont } from '../../platform/lettering/lettering.service.js';
import { TypesettingService } from '../../platform/typesetting/typesetting.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import { PeopleService } from '../people/people.service.js';
import { type QualityBoard, QualityBoardService } from './quality-board.service.js';
import type { BoardWish } from './quality-board.type.js';
import { type ReportLine, reportCsv, reportLines } from './quality-report.rules.js';
import { QUALITY_REPORT_PAGE } from './quality-report-page.js';

/** Letters of every alphabet that names come in, but for the largest. */
const FAMILIES = (['LABELS', 'NAMES', 'ARABIC', 'HEBREW', 'THAI'] as const).flatMap(
  (role) => familyOf(USUAL_FONTS[role]) ?? [],
);

/** The board as a document that can be filed: a table for machines, a page for people. The same figures in both. */
@Injectable()
export class QualityReportService {
  constructor(
    private readonly board: QualityBoardService,
    private readonly organisation: OrganisationService,
    private readonly people: PeopleService,
    private readonly typesetting: TypesettingService,
  ) {}

  async csv(viewer: Viewer, wish: BoardWish): Promise<string> {
    return reportCsv((await this.lines(viewer, wish)).lines);
  }

  async pdf(viewer: Viewer, wish: BoardWish): Promise<Buffer> {
    const { board, lines } = await this.lines(viewer, wish);
    const { name } = await this.organisation.current(viewer);
    const made = viewer.now;
    const data = {
      title: `Quality of assessment, ${board.from} to ${board.until}`,
      organisation: name,
      lead: `${name}. ${board.marks} marks, ${board.doubleMarked} submissions marked twice. Made on ${made.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
      made: [made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()],
      fonts: FAMILIES.map((family) => family.family ?? family.name),
      headers: ['Figure', 'Value', '95 % low', '95 % high', 'Units', 'Raters', 'Categories', 'Note'],
      sections: sectionsOf(lines),
      closing:
        'Agreement is counted on work that two assessors marked without seeing each other. Intervals: Wilson for shares; large-sample errors for kappa; linearised errors over units for AC1 and AC2; units drawn anew 200 times for alpha; F for ICC(1,1). Severity comes from an additive fit over work that several judged; its intervals are approximate.',
    };
    return this.typesetting.set({
      program: QUALITY_REPORT_PAGE,
      files: { 'data.json': Buffer.from(JSON.stringify(data)).toString('base64') },
      fonts: FAMILIES.flatMap((family) => [400, 600].flatMap((weight) => family.files(weight, false))).map(pathOfFont),
      output: 'pdf',
      madeAt: Math.floor(made.getTime() / 1000),
    });
  }

  private async lines(viewer: Viewer, wish: BoardWish): Promise<{ board: QualityBoard; lines: ReportLine[] }> {
    const board = await this.board.read(viewer, wish);
    const ids = [...new Set(board.severity.flatMap(({ assessorIds }) => assessorIds))];
    const people = await this.people.byIds(viewer, ids);
    const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
    return { board, lines: reportLines(board, (id) => names.get(id) ?? id) };
  }
}

function sectionsOf(lines: readonly ReportLine[]): { subject: string; lines: string[][] }[] {
  const sections = new Map<string, string[][]>();
  for (const { subject, figure, value, low, high, units, raters, scale, note } of lines)
    sections.set(subject, [...(sections.get(subject) ?? []), [figure, value, low, high, units, raters, scale, note]]);
  return [...sections].map(([subject, all]) => ({ subject, lines: all }));
}
