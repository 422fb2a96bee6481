import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { streamed } from '../../platform/database/streamed.js';
import type { OutgoingLevel } from './case-items-out.rules.js';
import { type RowKind, type RowOf, ROWS } from './framework-rows.js';
import { SkillsService } from './skills.service.js';

/** Reads the content of a framework version to go out, a handful of rows in memory, however large it is. */
@Injectable()
export class FrameworkReadingService {
  constructor(private readonly skills: SkillsService) {}

  /** One kind after another: there is one cursor. */
  rows<Kind extends RowKind>(viewer: Viewer, frameworkId: string, kind: Kind): AsyncGenerator<RowOf[Kind]> {
    return streamed<RowOf[Kind]>(viewer, ROWS[kind](), [frameworkId]);
  }

  /** Those that one more condition leaves; `$2` is its parameter. */
  some<Kind extends RowKind>(
    viewer: Viewer,
    frameworkId: string,
    kind: Kind,
    where: string,
    value: unknown,
  ): Promise<RowOf[Kind][]> {
    return viewer.tx.query<RowOf[Kind]>(ROWS[kind](`AND ${where}`), [frameworkId, value]);
  }

  async scale(viewer: Viewer, frameworkId: string): Promise<OutgoingLevel[]> {
    return (await this.skills.scaleOf(viewer, frameworkId)).levels;
  }
}
