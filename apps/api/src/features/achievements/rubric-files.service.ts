import { type CaseProblem, type CaseRubricPackage, casePackageOf, tableOfRubric } from '@assay/rubric';
import { Injectable } from '@nestjs/common';
import writeXlsxFile from 'write-excel-file/node';
import type { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { idFor, isId } from '../../platform/database/id.js';
import { csvLine, workbookText } from '../../platform/export/spreadsheet-safe.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { ImportSourceService } from '../people/import-source.service.js';
import { OrganisationService } from '../people/organisation.service.js';
import type { AchievementVersion } from './achievement-version.entity.js';
import { caseRubricsOf, cellsOf } from './rubric-file.rules.js';
import type { RubricFileType } from './rubric-file.type.js';

const MOST_BYTES = 5 * 1024 * 1024;

/** Rubrics out to files, and in from them. What comes in is shown first; saving it is the designer's act. */
@Injectable()
export class RubricFilesService {
  constructor(
    private readonly config: Config,
    private readonly files: FilesService,
    private readonly organisations: OrganisationService,
    private readonly sources: ImportSourceService,
  ) {}

  /** What an own upload holds; null for one that is not there. */
  async read(viewer: Viewer, uploadId: string): Promise<RubricFileType | null> {
    const file = isId(uploadId) ? await this.files.untaken(viewer, uploadId, 'import') : null;
    if (!file) return null;
    const { name } = file;
    const refused = (problems: CaseProblem[]): RubricFileType => ({ name, cells: [], rubrics: [], problems });
    if (file.bytes > MOST_BYTES) return refused([{ place: name, message: 'A file of more than 5 MB is no rubric.' }]);
    const bytes = await this.files.bytesOf(file);
    if (file.mediaType === 'application/json') {
      const found = caseRubricsOf(bytes.toString('utf8').replace(/^\ufeff/, ''));
      return 'problems' in found ? refused(found.problems) : { name, cells: [], problems: [], rubrics: found.rubrics };
    }
    const source = await this.sources.read(name, bytes);
    const cells = 'problem' in source ? source : cellsOf(source);
    if ('problem' in cells) return refused([{ place: name, message: cells.problem }]);
    return { name, cells, rubrics: [], problems: [] };
  }

  csv({ rubric }: AchievementVersion): string {
    return tableOfRubric(rubric).map(csvLine).join('');
  }

  workbook({ rubric }: AchievementVersion): Promise<Buffer> {
    const [heads = [], ...rows] = tableOfRubric(rubric);
    const wraps = { wrap: true, alignVertical: 'top' as const };
    return writeXlsxFile([
      {
        sheet: 'Rubric',
        columns: heads.map((_head, index) => ({ width: index === 0 ? 28 : index < heads.length - 2 ? 36 : 12 })),
        stickyRowsCount: 1,
        data: [
          heads.map((head) => ({ ...workbookText(head), fontWeight: 'bold' as const })),
          ...rows.map((row) => row.map((cell) => ({ ...workbookText(cell), ...wraps }))),
        ],
      },
    ]).toBuffer();
  }

  async casePackage(viewer: Viewer, version: AchievementVersion): Promise<CaseRubricPackage> {
    const { publicUrl } = this.config;
    const organisation = await this.organisations.current(viewer);
    return casePackageOf(version.rubric, {
      documentId: version.achievementId,
      rubricId: version.id,
      title: version.name,
      creator: organisation.name,
      language: version.descriptors.language || 'en',
      changedAt: version.publishedAt ?? version.createdAt,
      uriOf: (kind, id) =>
        kind === 'CFDocuments'
          ? `${publicUrl}/achievements/${version.id}`
          : `${publicUrl}/achievements/${version.id}#${id}`,
      uuidOf: (id) => (isId(id) ? id : idFor('rubric part', version.id, id)),
    });
  }
}
