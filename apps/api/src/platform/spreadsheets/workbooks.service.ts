import { spawn } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { readLine, type ReadSheet, TOO_LARGE, type WorkbookForm } from './workbook-lines.rules.js';

/** A workbook is unpacked in memory many times its size. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 1_024;
/** Larger than any table within the limits of the program. */
const MOST_ANSWER = 512 * 1024 * 1024;
/** Workbooks that are read at the same time; more wait. */
const AT_ONCE = 2;
/** Between these others have their turn. */
const LINES_AT_A_TIME = 1_000;
const LINE_END = '\n'.charCodeAt(0);

interface Fault {
  fault: string;
}

/** Reads spreadsheets in a process of their own, within limits of time and memory, a few at a time. */
@Injectable()
export class WorkbooksService {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly config: Config) {}

  /** The first sheet as text with commas between its cells, or why it cannot be read. */
  async text(bytes: Buffer): Promise<string | Fault> {
    const answer = await this.read(bytes, 'text');
    return 'fault' in answer ? answer : answer.rest.toString('utf8');
  }

  /** All sheets with their names, or why they cannot be read. */
  async sheets(bytes: Buffer): Promise<ReadSheet[] | Fault> {
    const answer = await this.read(bytes, 'rows');
    if ('fault' in answer) return answer;
    const { rest } = answer;
    const sheets: ReadSheet[] = [];
    let [from, lines] = [0, 0];
    for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END, from)) {
      const line = readLine(rest.toString('utf8', from, end));
      if (typeof line === 'string') sheets.push({ sheet: line, data: [] });
      else sheets.at(-1)?.data.push(line);
      from = end + 1;
      if ((lines += 1) % LINES_AT_A_TIME === 0) await setImmediate();
    }
    return sheets;
  }

  private async read(bytes: Buffer, form: WorkbookForm): Promise<{ rest: Buffer } | Fault> {
    if (bytes.length > MOST_BYTES) return { fault: TOO_LARGE };
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running += 1;
    try {
      const answer = await this.apart(bytes, form);
      const end = answer?.indexOf(LINE_END) ?? -1;
      if (!answer || end < 0) return { fault: TOO_LARGE };
      const { fault } = JSON.parse(answer.toString('utf8', 0, end)) as Partial<Fault>;
      return fault === undefined ? { rest: answer.subarray(end + 1) } : { fault };
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  /** What the program said; null when it came to one of its limits. */
  private apart(bytes: Buffer, form: WorkbookForm): Promise<Buffer | null> {
    return new Promise((done, failed) => {
      const memory = `--max-old-space-size=${MOST_MEGABYTES}`;
      const child = spawn(process.execPath, [memory, this.config.workbookProgram, form], {
        // Neither settings nor secrets.
        env: {},
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const parts: Buffer[] = [];
      let size = 0;
      const clock = setTimeout(() => child.kill('SIGKILL'), MOST_SECONDS * 1_000);
      child.stdout.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size > MOST_ANSWER) child.kill('SIGKILL');
      });
      child.once('error', failed);
      child.once('close', (code) => {
        clearTimeout(clock);
        done(code === 0 ? Buffer.concat(parts) : null);
      });
      // It may end before it has read everything.
      child.stdin.on('error', () => undefined);
      child.stdin.end(bytes);
    });
  }
}
