import { Injectable } from '@nestjs/common';
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
    });
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
