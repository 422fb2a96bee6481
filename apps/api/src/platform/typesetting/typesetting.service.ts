import { spawn } from 'node:child_process';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import type { TypesetJob } from './typeset-job.js';

const MOST_SECONDS = 20;
const MOST_BYTES = 8 * 1024 * 1024;
/** Pages that are set at the same time; more wait. */
const AT_ONCE = 2;

/** Sets documents in a process of their own, a few at a time. */
@Injectable()
export class TypesettingService {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly config: Config) {}

  async set(job: TypesetJob): Promise<Buffer> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running += 1;
    try {
      return await this.apart(job);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private apart(job: TypesetJob): Promise<Buffer> {
    return new Promise((done, failed) => {
      const child = spawn(process.execPath, ['--max-old-space-size=256', this.config.typesetProgram], {
        // Neither settings nor secrets.
        env: {},
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      const parts: Buffer[] = [];
      let bytes = 0;
      let said = '';
      const clock = setTimeout(() => child.kill('SIGKILL'), MOST_SECONDS * 1_000);
      child.stdout.on('data', (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > MOST_BYTES) child.kill('SIGKILL');
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(0, 4_000);
      });
      child.once('error', failed);
      child.once('close', (code) => {
        clearTimeout(clock);
        if (code === 0) done(Buffer.concat(parts));
        else failed(new Error(`The page could not be set: ${said || `the program ended with ${code}`}`));
      });
      child.stdin.on('error', () => undefined);
      child.stdin.end(JSON.stringify(job));
    });
  }
}
