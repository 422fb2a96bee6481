import 'reflect-metadata';
import { createServer } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { AuditSequencer } from './platform/audit/audit-sequencer.js';
import { Config, configFromEnvironment } from './platform/config/config.js';
import { refuseWrongClock } from './platform/database/clock.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { Logger } from './platform/telemetry/logger.js';
import { endWithParent, keepHeapLean } from './platform/process.js';

keepHeapLean();
endWithParent();
const config = configFromEnvironment();
const app = await NestFactory.createApplicationContext(AppModule.with(config), {
  logger: new Logger(config).forNest,
  abortOnError: false,
});
app.enableShutdownHooks();
await refuseWrongClock(config.databaseUrl);
await app.get(JobRunner).start();
app.get(AuditSequencer).start();
if (app.get(Config).workerHealthPort)
  createServer((_request, response) => response.end('ok')).listen(config.workerHealthPort ?? 0, '0.0.0.0');
