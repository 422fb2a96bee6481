import { Injectable } from '@nestjs/common';
import type { ZodType } from 'zod';
import type { Viewer } from '../access/viewer.js';

/** What the runner needs of a job; `Job` is the class that features extend. */
export interface RegisteredJob {
  readonly name: string;
  readonly queue: string;
  readonly payload: ZodType;
  readonly everySeconds: number | null;
  run(system: Viewer, payload: unknown, job: { id: string; attempt: number }): Promise<void>;
  failed(system: Viewer, payload: unknown, error: Error, job: { id: string; attempt: number }): Promise<void>;
}

/** The jobs that the features brought, by name. */
@Injectable()
export class JobRegistry {
  private readonly jobs = new Map<string, RegisteredJob>();

  register(job: RegisteredJob): void {
    if (!/^[a-z]+\.[a-z-]+$/.test(job.name))
      throw new Error(`A job name looks like queue.verb-thing; ${job.name} does not.`);
    if (this.jobs.has(job.name)) throw new Error(`Two jobs are called ${job.name}.`);
    this.jobs.set(job.name, job);
  }

  find(name: string): RegisteredJob | undefined {
    return this.jobs.get(name);
  }

  all(): RegisteredJob[] {
    return [...this.jobs.values()];
  }
}
