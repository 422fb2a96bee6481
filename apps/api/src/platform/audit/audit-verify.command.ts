import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Viewer } from '../access/viewer.js';
import { Command } from '../commands/command.js';
import type { CommandContext } from '../commands/command-registry.js';
import { Transaction } from '../database/transaction.js';
import { headInWords, type NotedHead, readHead } from './audit-chain.js';
import { AuditCheckService, type AuditReport } from './audit-check.service.js';
import type { ExportedLogReport } from './exported-log.js';

type Report = AuditReport | ExportedLogReport;

/** Recomputes the whole audit log, of the installation or of an exported file, and names the first row that is not as it was. */
@Injectable()
export class AuditVerifyCommand extends Command {
  readonly name = 'audit verify';
  readonly usage = '[FILE.jsonl] [--head HASH@NUMBER] [--json]';
  readonly summary = 'recomputes the audit log, or an exported file of it; exit code 1 when a row is not as it was';
  override readonly options = { json: { type: 'boolean' }, head: { type: 'string' } } as const;

  // A file is checked where no database answers.
  override readonly needsDatabase = false;

  constructor(
    private readonly log: AuditCheckService,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {
    super();
  }

  async run({ args, out, err }: CommandContext): Promise<number> {
    const [file] = args.positionals;
    const noted = typeof args.values.head === 'string' ? readHead(args.values.head) : null;
    if (args.values.head !== undefined && !noted) {
      err('A head is written HASH@NUMBER, as this command prints it.');
      return 2;
    }
    const report = file === undefined ? await this.checkLog(noted) : await this.log.checkFile(file, noted);
    if (args.values.json) out(JSON.stringify(report));
    else for (const line of inWords(report, noted !== null)) out(line);
    return report.ok ? 0 : 1;
  }

  private async checkLog(noted: NotedHead | null): Promise<AuditReport> {
    if (!this.dataSource.isInitialized) await this.dataSource.initialize();
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      return await this.log.check(Viewer.system(tx), noted);
    } finally {
      await tx.rollback();
    }
  }
}

function inWords(report: Report, compared: boolean): string[] {
  const { ok, checked, head, faults, faultCount, unchained } = report;
  const lines = [`${checked} rows checked: ${ok ? 'every one is as it was' : `${faultCount} wrong`}.`];
  for (const { sequence, entryId, what } of faults) lines.push(`  ${sequence}${entryId && ` (${entryId})`}: ${what}.`);
  if (faultCount > faults.length) lines.push(`  and ${faultCount - faults.length} more.`);
  if ('gaps' in report && report.gaps > 0)
    lines.push(
      `${report.gaps} places where rows are left out, as in an export by filters. What is left out was not checked.`,
    );
  if (unchained.count > 0) {
    const since = unchained.oldest instanceof Date ? unchained.oldest.toISOString() : unchained.oldest;
    lines.push(
      `${unchained.count} rows are not chained yet, the oldest of ${since}. The worker chains them within a second.`,
    );
  }
  if (!head) return [...lines, 'Nothing is chained yet.'];
  lines.push(`Head: ${headInWords(head)}`);
  if (!compared)
    lines.push(
      'Keep the head elsewhere: that the end of a log was cut off is seen only by comparing with a noted one (--head).',
    );
  return lines;
}
