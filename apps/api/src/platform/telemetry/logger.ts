import { Injectable, type LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';
import { Config } from '../config/config.js';

/** Structured logs: ids, never contents. One line of JSON per event on standard output. */
@Injectable()
export class Logger {
  readonly pino: Pino;

  constructor(config: Config) {
    this.pino = pino({
      level: config.logLevel,
      base: { pid: process.pid },
      redact: ['req.headers.cookie', 'req.headers.authorization'],
      // A failed statement carries its parameters, and those are people's words: only what tells the fault is kept.
      serializers: { err: faultOf },
    });
  }

  /** For NestJS, which would print whole errors to the terminal. */
  get forNest(): LoggerService {
    const say =
      (level: 'warn' | 'error') =>
      (message: unknown, ...rest: unknown[]) => {
        const error = [message, ...rest].find((each) => each instanceof Error);
        if (error) this.pino[level]({ err: error }, 'framework');
        else this.pino[level]({ details: rest.filter((each) => typeof each === 'string') }, String(message));
      };
    return { log: () => undefined, warn: say('warn'), error: say('error'), fatal: say('error') };
  }

  info(fields: object, message: string): void {
    this.pino.info(fields, message);
  }
  warn(fields: object, message: string): void {
    this.pino.warn(fields, message);
  }
  error(fields: object, message: string): void {
    this.pino.error(fields, message);
  }
}

/** What a log may keep of an error. */
export function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { type: error.name, message: error.message, stack: error.stack, ...code };
}
