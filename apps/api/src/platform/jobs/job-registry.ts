import { Injectable } from '@nestjs/common';
import type { Job } from './job.js';

/** The jobs that the features brought, by name. */
@Injectable()
export class JobRegistry {
  private readonly jobs = new Map<string, Job<unknown>>();

  register(job: Job<unknown>): void {
    if (!/^[a-z]+\.[a-z-]+$/.test(job.name))
      throw new Error(`A job name looks like queue.verb-thing; ${job.name} does not.`);
    if (this.jobs.has(job.name)) throw new Error(`Two jobs are called ${job.name}.`);
    this.jobs.set(job.name, job);
  }

  find(name: string): Job<unknown> | undefined {
    return this.jobs.get(name);
  }

  all(): Job<unknown>[] {
    return [...this.jobs.values()];
  }
}
