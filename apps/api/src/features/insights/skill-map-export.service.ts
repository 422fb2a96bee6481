import { readLevels } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { type ExportTable, workbook } from '../../platform/export/spreadsheet-files.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import { SkillsService } from '../skills/skills.service.js';
import type { SkillMapColumn } from './skill-map.rules.js';
import { type SkillMap, type SkillMapOrder, SkillMapService } from './skill-map.service.js';

const DAY = 86_400_000;
const MARK = '\ufeff';

export interface SkillMapWish extends Omit<SkillMapOrder, 'asOf'> {
  /** Which layer stands in the tiles. */
  tile: 'VERIFIED' | 'OBSERVED' | 'CLAIMED';
  asOf: Date | null;
}

/** The map as a spreadsheet: a cell says what its tile and the marks beside it say. */
@Injectable()
export class SkillMapExportService {
  constructor(
    private readonly maps: SkillMapService,
    private readonly skills: SkillsService,
  ) {}

  async csv(viewer: Viewer, wish: SkillMapWish): Promise<string> {
    const { heads, rows } = await this.sheet(viewer, wish);
    return MARK + [heads, ...rows].map(csvLine).join('');
  }

  async xlsx(viewer: Viewer, wish: SkillMapWish): Promise<Buffer> {
    const { heads, rows } = await this.sheet(viewer, wish);
    const columns = heads.map((header) => ({ header }));
    const pieces: Uint8Array[] = [];
    for await (const piece of workbook([{ name: 'Skill map', columns, rows: each(rows) }])) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  private async sheet(viewer: Viewer, wish: SkillMapWish): Promise<{ heads: string[]; rows: string[][] }> {
    const map = await this.maps.map(viewer, { ...wish, asOf: wish.asOf ?? viewer.now });
    const names = await Promise.all(
      map.columns.map(async ({ skillId }) => (await this.skills.skillById(viewer, skillId))?.name ?? ''),
    );
    const cells = map.columns.map((column) => cellsOf(column, wish.tile, map.asOf));
    return {
      heads: ['Person', 'Job', ...names],
      rows: [
        ...map.people.map(({ name, jobTitle }, row) => [name, jobTitle, ...cells.map((column) => column[row] ?? '')]),
        ['Verified as needed', '', ...map.columns.map(footOf)],
      ],
    };
  }
}

const each = (rows: readonly string[][]): ExportTable['rows'] =>
  async function* () {
    yield* await Promise.resolve(rows);
  };

const footOf = ({ asked, covered }: SkillMap['columns'][number]) =>
  asked > 0 ? `${covered} of ${asked}` : String(covered);

/** As the screen: the number of the tile, then what stands beside it. */
function cellsOf(column: SkillMapColumn, tile: SkillMapWish['tile'], asOf: Date): string[] {
  const layers = {
    VERIFIED: readLevels(column.verified),
    OBSERVED: readLevels(column.observed),
    CLAIMED: readLevels(column.claimed),
  };
  const [need, goal, lapsed] = [column.need, column.goal, column.lapsed].map(readLevels);
  const ends = new Map(column.ends.map(({ row, at }) => [row, at]));
  return layers.VERIFIED.map((verified, row) => {
    const shown = layers[tile][row] ?? 0;
    const ended = lapsed?.[row] ?? 0;
    const wanted = Math.max(need?.[row] ?? 0, goal?.[row] ?? 0);
    const end = ends.get(row);
    const higher = (['VERIFIED', 'OBSERVED', 'CLAIMED'] as const).filter(
      (layer) => layer !== tile && (layers[layer][row] ?? 0) > shown,
    );
    return [
      shown > 0 ? String(shown) : '',
      ended > 0 && verified === 0 && tile === 'VERIFIED' ? `lapsed ${ended}` : '',
      wanted > shown ? `to ${wanted}` : '',
      ...higher.map((layer) => `${layer.toLowerCase()} ${layers[layer][row]}`),
      verified > 0 && end && end > asOf ? `${Math.ceil((end.getTime() - asOf.getTime()) / DAY)} d` : '',
    ]
      .filter(Boolean)
      .join('; ');
  });
}
