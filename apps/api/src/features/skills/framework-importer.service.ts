import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { WorkbooksService } from '../../platform/spreadsheets/workbooks.service.js';
import { FileFault } from './format-files.js';
import { analyseContent } from './content-analysis.js';
import { contentProblems } from './framework-check.rules.js';
import type { FrameworkContent } from './framework-content.rules.js';
import type { FormatFile, FrameworkFormat, FrameworkRead } from './framework-format.js';
import type { AboutFramework, FrameworkObject, OutcomeCounts } from './framework-import.entity.js';
import { FrameworkStage } from './framework-stage.service.js';
import { FrameworkWriter, seriesOf } from './framework-writer.service.js';
import { ProficiencyLevel, SkillFramework } from './framework.entity.js';
import { FrameworksService } from './frameworks.service.js';
import { type Finding, problem } from './import-findings.rules.js';
import type { ColumnsSaid, TableShown } from './sheet-columns.rules.js';

/** Everything that decides what an import does. */
export interface FrameworkOrder {
  format: FrameworkFormat;
  about: AboutFramework;
  options: Record<string, string>;
  columns?: ColumnsSaid;
  files: readonly FormatFile[];
}

/** What an import would do, laid out in this transaction. */
export interface FrameworkPlan {
  frameworkId: string;
  content: FrameworkContent;
  findings: Finding[];
  outcomes: OutcomeCounts[];
  /** The version it was compared with; null: the first of its series. */
  base: SkillFramework | null;
  /** The same for the same files on the same versions. */
  digest: string;
  changesNothing: boolean;
  tables: TableShown[];
}

/** What stands in the way of a plan, and how the columns were understood all the same. */
export interface NoPlan {
  problems: Finding[];
  tables: TableShown[];
}

type Told = (percent: number) => Promise<void>;

/** An import inside one transaction: what it would do, and doing it. In sets and not row by row. */
@Injectable()
export class FrameworkImporter {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly stage: FrameworkStage,
    private readonly writer: FrameworkWriter,
    private readonly workbooks: WorkbooksService,
  ) {}

  /** From here to the end of the transaction nobody else writes versions of this framework. */
  async plan(
    viewer: Viewer,
    order: FrameworkOrder,
    told: Told = () => Promise.resolve(),
  ): Promise<FrameworkPlan | NoPlan> {
    const read = await readFiles(order, this.workbooks);
    const { tables = [] } = read;
    if ('problems' in read) return { problems: read.problems, tables };
    const { content, findings } = read;
    const wrong = contentProblems(content);
    if (wrong.length > 0) return { problems: wrong, tables };
    await told(40);
    const seriesId = seriesOf(order.about);
    await this.frameworks.oneAtATime(viewer, seriesId);
    const frameworkId = await this.stage.lay(viewer, seriesId, content, (step) => told(40 + step * 4));
    const base = await viewer.tx.manager.findOne(SkillFramework, {
      where: { seriesId, state: Not('SUPERSEDED'), contentState: 'WHOLE' },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    if (base) await this.fill(viewer, order.format, content, base);
    const outcomes = [
      await this.frameworkOutcome(order.about, content, base),
      await this.levelOutcome(viewer, content, base),
      ...(await this.stage.compare(viewer, content, base?.id ?? null)),
    ];
    await told(85);
    const changesNothing =
      base !== null && outcomes.every(({ create, update, remove }) => create + update + remove === 0);
    const taken = changesNothing ? [] : await this.takenVersion(viewer, order.about);
    if (taken.length > 0) return { problems: taken, tables };
    const digest = `${base?.id ?? 'first'} ${await this.stage.digest(viewer)}`;
    return { frameworkId, content, findings, outcomes, base, digest, changesNothing, tables };
  }

  /** Does what the plan of this transaction says. */
  async write(viewer: Viewer, order: FrameworkOrder, plan: FrameworkPlan): Promise<SkillFramework> {
    const about = { ...order.about, sourceKind: order.format.kind };
    const framework = await this.writer.writeStaged(viewer, about, plan.content, plan.frameworkId);
    await analyseContent(viewer);
    return framework;
  }

  /** What the form of the files has no place for stays as it is recorded. */
  private async fill(
    viewer: Viewer,
    format: FrameworkFormat,
    content: FrameworkContent,
    base: SkillFramework,
  ): Promise<void> {
    if (format.carriesSource === false) await this.stage.keepSources(viewer, base.id);
    content.about = format.aboutAgainst?.(content.about ?? {}, base) ?? content.about;
  }

  async takenVersion(viewer: Viewer, about: AboutFramework): Promise<Finding[]> {
    const taken = await viewer.tx.manager.existsBy(SkillFramework, {
      seriesId: seriesOf(about),
      version: about.version,
    });
    const message = `Version ${about.version} of ${about.title} is here already, and these files say something else. Give them another version.`;
    return taken ? [problem('VERSION_TAKEN', '', null, null, message)] : [];
  }

  private async frameworkOutcome(
    about: AboutFramework,
    content: FrameworkContent,
    base: SkillFramework | null,
  ): Promise<OutcomeCounts> {
    if (!base) return one('FRAMEWORK', 'create');
    const now = [
      ...[about.licence, about.attribution, about.sourceUrl, about.restricted ?? false],
      ...[about.licenceUrl ?? content.about?.licenceUrl ?? null, content.about?.description ?? ''],
      ...[content.about?.language ?? 'en', content.about?.uri ?? null, content.about?.source ?? {}],
    ];
    const was = [
      ...[base.licence, base.attribution, base.sourceUrl, base.restricted, base.licenceUrl, base.description],
      ...[base.language, base.uri, base.source],
    ];
    return one('FRAMEWORK', sorted(now) === sorted(was) ? 'unchanged' : 'update');
  }

  private async levelOutcome(
    viewer: Viewer,
    { levels }: FrameworkContent,
    base: SkillFramework | null,
  ): Promise<OutcomeCounts> {
    const counts = { object: 'SCALE_LEVEL' as const, create: 0, update: 0, unchanged: 0, remove: 0 };
    const known = base ? await viewer.tx.manager.findBy(ProficiencyLevel, { scaleId: In([base.scaleId]) }) : [];
    for (const { value, name, description = null } of levels) {
      const was = known.find(({ ordinal }) => ordinal === value);
      if (!was) counts.create += 1;
      else if (was.label === name && was.description === description) counts.unchanged += 1;
      else counts.update += 1;
    }
    counts.remove = known.filter(({ ordinal }) => !levels.some(({ value }) => value === ordinal)).length;
    return counts;
  }
}

async function readFiles(
  { format, files, options, columns }: FrameworkOrder,
  workbooks: WorkbooksService,
): Promise<FrameworkRead> {
  const missing = format.slots
    .filter(({ key, required }) => required && !files.some((file) => file.key === key))
    .map(({ title }) => problem('MISSING_FILE', title, null, null, `The file “${title}” is missing.`));
  if (missing.length > 0) return { problems: missing };
  const standard = Object.fromEntries((format.options ?? []).map((option) => [option.key, option.standard]));
  try {
    return await format.read(files, { ...standard, ...options }, { workbooks, columns });
  } catch (error) {
    if (error instanceof FileFault) return { problems: [error.finding] };
    throw error;
  }
}

function one(object: FrameworkObject, outcome: 'create' | 'update' | 'unchanged'): OutcomeCounts {
  return { object, create: 0, update: 0, unchanged: 0, remove: 0, [outcome]: 1 };
}

/** The same text for the same values, in whatever order their names stand. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
