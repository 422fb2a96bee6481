import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId, newId } from '../../platform/database/id.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { InputProblem, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { FilesService } from '../../platform/storage/files.service.js';
import type { StoredFile } from '../../platform/storage/stored-file.entity.js';
import { type ContentCounts, countContent } from './framework-content.rules.js';
import { type AboutFramework, FrameworkImport } from './framework-import.entity.js';
import type { PreviewFrameworkImportInput } from './framework-import.inputs.js';
import { ImportRejected } from './framework-import.refusals.js';
import { FrameworkWriter, seriesOf } from './framework-writer.service.js';
import { SkillFramework } from './framework.entity.js';
import { FrameworksService } from './frameworks.service.js';
import { type FindingGroup, groupFindings } from './import-findings.rules.js';
import { readUkGddFramework } from './uk-gdd.rules.js';

/** The official files have 2.5 MB. A file is read in one go, so that a far larger one would hold everybody up. */
const MOST_BYTES = 20 * 1024 * 1024;
const NEEDED = {
  title: 'A title',
  publisher: 'A publisher',
  version: 'A version',
  licence: 'The licence',
  attribution: 'The attribution',
} as const;

/** Reads framework files, shows what would come in, and writes it when somebody says yes. */
@Injectable()
export class FrameworkImportService implements OnModuleInit {
  constructor(
    private readonly files: FilesService,
    private readonly frameworks: FrameworksService,
    private readonly writer: FrameworkWriter,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register(FrameworkImport, 'FrameworkImport', (viewer, id) => this.find(viewer, id));
  }

  async preview(
    viewer: Viewer,
    input: PreviewFrameworkImportInput,
  ): Promise<FrameworkImport | ImportRejected | InvalidInput | NotAllowed> {
    if (!viewer.may('framework.manage') || !viewer.personId) return new NotAllowed('You may not import frameworks.');
    const about = aboutOf(input);
    const problems = [...missingWords(about), ...(await this.takenVersion(viewer, about))];
    const skillsFile = await this.uploaded(viewer, 'skillsFileId', input.skillsFileId, problems);
    const rolesFile = await this.uploaded(viewer, 'rolesFileId', input.rolesFileId, problems);
    if (!skillsFile || !rolesFile || problems.length > 0) return new InvalidInput(problems);
    const [skills, roles] = [await this.files.bytesOf(skillsFile), await this.files.bytesOf(rolesFile)];
    const read = readUkGddFramework({ name: skillsFile.name, bytes: skills }, { name: rolesFile.name, bytes: roles });
    if ('problems' in read) return new ImportRejected(read.problems);

    for (const file of [skillsFile, rolesFile]) if (!file.takenAt) await this.files.markTaken(viewer, file);
    const dryRun = viewer.tx.manager.create(FrameworkImport, {
      id: newId(),
      about,
      content: read.framework,
      findings: read.findings,
      createdAt: viewer.now,
      createdBy: viewer.personId,
      appliedFrameworkId: null,
    });
    await viewer.tx.manager.save(dryRun, { reload: false });
    return dryRun;
  }

  /** Writes the draft. A second yes gives the framework of the first. */
  async apply(viewer: Viewer, id: string): Promise<SkillFramework | InvalidInput | NotAllowed | NotFound> {
    if (!viewer.may('framework.manage')) return new NotAllowed('You may not import frameworks.');
    if (!isId(id)) return new NotFound('This import');
    const dryRun = await viewer.tx.manager
      .createQueryBuilder(FrameworkImport, 'import')
      .where('import.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne();
    if (!dryRun) return new NotFound('This import');
    if (dryRun.appliedFrameworkId)
      return viewer.tx.manager.findOneByOrFail(SkillFramework, { id: dryRun.appliedFrameworkId });
    await this.frameworks.oneAtATime(viewer, seriesOf(dryRun.about));
    const problems = await this.takenVersion(viewer, dryRun.about);
    if (problems.length > 0) return new InvalidInput(problems);

    const framework = await this.writer.draft(viewer, dryRun.about, dryRun.content);
    await viewer.tx.manager.update(FrameworkImport, { id }, { appliedFrameworkId: framework.id });
    return framework;
  }

  async find(viewer: Viewer, id: string): Promise<FrameworkImport | null> {
    const dryRun = isId(id) ? await viewer.tx.manager.findOneBy(FrameworkImport, { id }) : null;
    return dryRun && can(viewer, 'read', dryRun) ? dryRun : null;
  }

  countsOf(dryRun: FrameworkImport): ContentCounts {
    return countContent(dryRun.content);
  }

  groupsOf(dryRun: FrameworkImport): FindingGroup[] {
    return groupFindings(dryRun.findings);
  }

  familiesOf(dryRun: FrameworkImport): { name: string; roles: { name: string; levels: string[] }[] }[] {
    return dryRun.content.families.map((family) => ({
      name: family.name,
      roles: family.roles.map((role) => ({ name: role.name, levels: role.levels.map((level) => level.name) })),
    }));
  }

  private async takenVersion(viewer: Viewer, about: AboutFramework): Promise<InputProblem[]> {
    const taken = await viewer.tx.manager.existsBy(SkillFramework, {
      seriesId: seriesOf(about),
      version: about.version,
    });
    return taken ? [new InputProblem('version', `Version ${about.version} of ${about.title} is here already.`)] : [];
  }

  /** The viewer's own upload. One that was read before may be read again: only one of two files needs mending, most times. */
  private async uploaded(
    viewer: Viewer,
    field: string,
    id: string,
    problems: InputProblem[],
  ): Promise<StoredFile | null> {
    const file = isId(id) ? await this.files.byId(viewer, id) : null;
    if (!file || !viewer.isSelf(file.ownerId) || file.purpose !== 'import') {
      problems.push(new InputProblem(field, 'This upload is not there (any more). Please upload the file again.'));
      return null;
    }
    if (file.bytes <= MOST_BYTES) return file;
    problems.push(new InputProblem(field, `${file.name} is larger than 20 MB. A framework file is not.`));
    return null;
  }
}

function aboutOf(input: PreviewFrameworkImportInput): AboutFramework {
  return {
    title: input.title.trim(),
    publisher: input.publisher.trim(),
    version: input.version.trim(),
    licence: input.licence.trim(),
    attribution: input.attribution.trim(),
    sourceUrl: input.sourceUrl?.trim() || null,
  };
}

function missingWords(about: AboutFramework): InputProblem[] {
  const missing = Object.entries(NEEDED)
    .filter(([field]) => about[field as keyof typeof NEEDED] === '')
    .map(([field, what]) => new InputProblem(field, `${what} is needed.`));
  if (about.sourceUrl && !/^https?:\/\/\S+$/.test(about.sourceUrl))
    missing.push(new InputProblem('sourceUrl', 'The source is an address that begins with https://.'));
  return missing;
}
