import { Inject, type OnModuleInit } from '@nestjs/common';
import type { ZodType } from 'zod';
import type { Viewer } from '../access/viewer.js';
import { JobRegistry, type RegisteredJob } from './job-registry.js';

/** What BullMQ keeps of a failing job: how often it is tried, and how long it waits in between. */
export interface JobRules {
  attempts: number;
  /** First wait; doubles with every try. */
  backoffMs: number;
}

/** One try of a job, as its `run` sees it. */
export interface RunningJob {
  id: string;
  attempt: number;
}

/**
 * Something that must happen later. `run` re-reads the rows, returns quietly when they are gone, and may be repeated:
 * it runs inside one transaction (role `app_issuer`) that begins with a fence on the job's own lock,
 * so that a try which lost its lock commits nothing.
 */
export abstract class Job<Payload> implements OnModuleInit {
  /** `queue.verb`; the words before the dot name the queue. */
  abstract readonly name: string;
  abstract readonly payload: ZodType<Payload>;
  readonly rules: JobRules = { attempts: 8, backoffMs: 1_000 };
  /** Set: runs by itself this often (payload `{}`), for clean-up and repair. */
  readonly everySeconds: number | null = null;

  @Inject(JobRegistry)
  protected readonly registry: JobRegistry;

  onModuleInit(): void {
    this.registry.register(this as RegisteredJob);
  }

  abstract run(system: Viewer, payload: Payload, job: RunningJob): Promise<void>;

  /** Called in a transaction of its own after a try failed, so that the reason can be shown to people. */
  async failed(_system: Viewer, _payload: Payload, _error: Error, _job: RunningJob): Promise<void> {}

  get queue(): string {
    return this.name.slice(0, this.name.indexOf('.'));
  }
}
