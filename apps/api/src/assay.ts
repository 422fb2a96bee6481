import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { CommandLine } from './platform/commands/command-line.js';
import { configFromEnvironment } from './platform/config/config.js';
import { keepHeapLean } from './platform/process.js';

keepHeapLean();

/** The operator's door: one command, and its exit code. It connects only when the command needs the database. */
const app = await NestFactory.createApplicationContext(AppModule.with(configFromEnvironment(), { connect: false }), {
  logger: ['error'],
  abortOnError: false,
});
const write = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`);
try {
  process.exitCode = await app.get(CommandLine).run(app, process.argv.slice(2), {
    out: write(process.stdout),
    err: write(process.stderr),
  });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
await app.close();
