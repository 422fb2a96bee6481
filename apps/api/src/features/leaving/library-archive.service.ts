import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { csvLine } from '../../platform/export/spreadsheet-safe.js';
import { type ZippedFile, zipFiles } from '../../platform/export/zip-files.js';
import type { Page } from '../../platform/graphql/connection.js';
import { FilesService } from '../../platform/storage/files.service.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { DecisionsService } from '../assessments/decisions.service.js';
import type { EvidenceItem } from '../submissions/evidence-item.entity.js';
import { EvidenceService } from '../submissions/evidence.service.js';
import type { Submission } from '../submissions/submission.entity.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { plainName } from './bundle-words.rules.js';

const AT_ONCE = 50;
const ITEMS = ['Number', 'Title', 'Kind', 'Made on', 'Kept since', 'Tags', 'Note', 'File'];
const OUTCOMES = ['Achievement', 'Attempt', 'Handed in', 'Outcome', 'Criterion', 'Level', 'Met', 'Comment'];

/** Everything that somebody put into their library, and what was said of it, as one archive. Written while it leaves. */
@Injectable()
export class LibraryArchiveService {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly submissions: SubmissionsService,
    private readonly decisions: DecisionsService,
    private readonly achievements: AchievementsService,
    private readonly files: FilesService,
  ) {}

  archive(viewer: Viewer): AsyncGenerator<Uint8Array> {
    return zipFiles(this.contents(viewer));
  }

  private async *contents(viewer: Viewer): AsyncGenerator<ZippedFile> {
    const lines = [csvLine(ITEMS)];
    let nth = 0;
    for await (const item of each((after) => this.evidence.mine(viewer, { first: AT_ONCE, after }))) {
      nth += 1;
      const file = await this.fileOf(viewer, item, nth);
      if (file) yield file;
      const { title, kind, madeOn, createdAt, tags, note } = item;
      const since = createdAt.toISOString().slice(0, 10);
      lines.push(csvLine([nth, title, kind, madeOn, since, tags.join(', '), note, file?.name ?? '']));
    }
    yield { name: 'evidence.csv', bytes: Buffer.from(lines.join('')) };
    yield { name: 'outcomes.csv', bytes: Buffer.from(await this.outcomes(viewer)) };
  }

  /** What a witness or a colleague said stays where it was said: of those there is the line alone. */
  private async fileOf(viewer: Viewer, item: EvidenceItem, nth: number): Promise<ZippedFile | null> {
    if (item.kind === 'WITNESS' || item.kind === 'ATTESTED') return null;
    const name = `evidence/${String(nth).padStart(3, '0')}-${plainName(item.title) || 'item'}`;
    if (!item.fileId)
      return { name: `${name}.txt`, bytes: Buffer.from(`${item.title}\n\n${item.url ?? item.text ?? ''}\n`) };
    const file = await this.files.readable(viewer, item.fileId);
    if (!file) return null;
    return { name: `${name}${/\.[\w]{1,8}$/.exec(file.name)?.[0] ?? ''}`, bytes: await this.files.bytesOf(file) };
  }

  /** What was decided of everything handed in, criterion by criterion, as its author reads it. */
  private async outcomes(viewer: Viewer): Promise<string> {
    const lines = [csvLine(OUTCOMES)];
    for await (const submission of each((after) => this.submissions.mine(viewer, { first: AT_ONCE, after }))) {
      const decision = await this.decisions.seen(viewer, submission.id);
      const version = await this.achievements.versionById(viewer, submission.achievementVersionId);
      if (!decision || !version) continue;
      const of = [version.name, ...attemptOf(submission), decision.outcome];
      for (const { criterionId, level, met, comment } of decision.criteria) {
        const title = version.rubric.criteria.find(({ id }) => id === criterionId)?.title;
        lines.push(csvLine([...of, title, level, met ? 'yes' : 'no', comment]));
      }
      if (decision.overallComment) lines.push(csvLine([...of, '', '', '', decision.overallComment]));
    }
    return lines.join('');
  }
}

const attemptOf = ({ attemptNo, submittedAt }: Submission) => [attemptNo, submittedAt?.toISOString().slice(0, 10)];

/** All rows of a list, a page at a time. */
async function* each<Row>(page: (after: string | null) => Promise<Page<Row>>): AsyncGenerator<Row> {
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await page(after);
    for (const { node } of edges) yield node;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor ?? null;
  }
}
