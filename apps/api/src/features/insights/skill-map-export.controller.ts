import { BadRequestException, Controller, Get, Header, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { SkillMapExportService, type SkillMapWish } from './skill-map-export.service.js';
import { MOST_COLUMNS } from './skill-map.service.js';

const wishes = z.strictObject({
  scope: z.enum(['REPORTS', 'ORGANISATION']),
  tile: z.enum(['VERIFIED', 'OBSERVED', 'CLAIMED']).default('VERIFIED'),
  unit: z.uuid().optional(),
  level: z.uuid().optional(),
  asOf: z.iso.datetime({ offset: true }).optional(),
  /** With commas between. */
  skills: z
    .string()
    .max(MOST_COLUMNS * 37)
    .optional(),
});

/** The map to take along: the rows, columns and marks that are on the screen, and nothing besides. */
@Controller('skill-map')
export class SkillMapExportController {
  constructor(private readonly exports: SkillMapExportService) {}

  @Get('export.csv')
  @Allow('team.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="skill-map.csv"')
  csv(@CurrentViewer() viewer: Viewer, @Query() query: unknown): Promise<string> {
    return this.exports.csv(viewer, wishOf(query));
  }

  @Get('export.xlsx')
  @Allow('team.read')
  @Header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-disposition', 'attachment; filename="skill-map.xlsx"')
  xlsx(@CurrentViewer() viewer: Viewer, @Query() query: unknown): Promise<Buffer> {
    return this.exports.xlsx(viewer, wishOf(query));
  }
}

function wishOf(query: unknown): SkillMapWish {
  const wanted = wishes.safeParse(query);
  if (!wanted.success)
    throw new BadRequestException('This skill map cannot be read: name a scope, and ids as they are.');
  const { scope, tile, unit, level, asOf, skills } = wanted.data;
  return {
    ...{ directOnly: scope === 'REPORTS', tile, unitId: unit ?? null, jobRoleLevelId: level ?? null },
    ...{ asOf: asOf ? new Date(asOf) : null, skillIds: skills ? skills.split(',') : null },
  };
}
