import { Controller, ForbiddenException, Get, Header, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Public } from '../access/allow.decorator.js';
import { CurrentViewer } from '../access/current-viewer.js';
import { Viewer } from '../access/viewer.js';
import { Config } from '../config/config.js';

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const jobs = new Gauge({
  name: 'assay_jobs',
  help: 'Jobs by queue and state.',
  labelNames: ['queue', 'state'],
  registers: [registry],
});

/** How long answers take, by route. Observed by the HTTP hooks. */
export const requestSeconds = new Histogram({
  name: 'assay_request_seconds',
  help: 'Seconds from request to answer.',
  labelNames: ['method', 'route', 'status'],
  registers: [registry],
});

/** Requests that came too fast, by what was counted. */
export const limitHits = new Counter({
  name: 'assay_rate_limited_total',
  help: 'Requests that were refused because too many came, by what is counted.',
  labelNames: ['limit'],
  registers: [registry],
});

/** What was denied or failed, also where the audit log keeps only some of it. */
export const deniedActs = new Counter({
  name: 'assay_denied_acts_total',
  help: 'Acts that were denied or failed, by kind of actor.',
  labelNames: ['actor'],
  registers: [registry],
});

@Controller()
export class MetricsController {
  constructor(private readonly config: Config) {}

  /** For Prometheus: from this machine, or with the token. */
  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(@CurrentViewer() viewer: Viewer, @Req() request: FastifyRequest): Promise<string> {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip) && !request.headers['x-forwarded-for'];
    const token = this.config.metricsToken && request.headers.authorization === `Bearer ${this.config.metricsToken}`;
    if (!local && !token) throw new ForbiddenException('Metrics are read from this machine, or with METRICS_TOKEN.');
    jobs.reset();
    const rows = await viewer.tx.query<{ queue: string; state: string; n: string }>(
      'SELECT queue, state::text AS state, count(*) AS n FROM bullmq.job GROUP BY 1, 2',
    );
    for (const row of rows) jobs.set({ queue: row.queue, state: row.state }, Number(row.n));
    return registry.metrics();
  }
}
