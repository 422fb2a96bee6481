import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config/config.js';
import { Logger } from './platform/telemetry/logger.js';
import { prepareWeb } from './platform/web/web.js';

/** The HTTP door, ready to listen. Tests open the same one. */
export async function createHttpApp(config: Config): Promise<NestFastifyApplication> {
  const log = new Logger(config);
  const adapter = new FastifyAdapter({
    loggerInstance: log.pino,
    // One line per request would drown the log; the metrics count them.
    logController: new LogController({ disableRequestLogging: true }),
    // As many proxies as stand before us, counted from our side: an address further out anybody may have written.
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    bodyLimit: 2 * 1024 * 1024,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: log.forNest,
    abortOnError: false,
  });
  await prepareWeb(app);
  app.enableShutdownHooks();
  await app.init();
  await adapter.getInstance().ready();
  return app;
}
