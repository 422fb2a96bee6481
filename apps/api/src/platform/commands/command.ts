import { Inject, type OnModuleInit } from '@nestjs/common';
import type { ParseArgsConfig } from 'node:util';
import { type CommandContext, CommandRegistry, type RegisteredCommand } from './command-registry.js';

/**
 * Something the operator does on the host: `npm run assay -- people import FILE`. It runs in one transaction as `app_issuer`,
 * which is committed when it answers 0 and rolled back otherwise; what it answers is the exit code.
 */
export abstract class Command implements OnModuleInit, RegisteredCommand {
  /** The words that call it: `people import`. */
  abstract readonly name: string;
  /** What follows the words: `FILE [--apply]`. */
  abstract readonly usage: string;
  /** One line for the list. */
  abstract readonly summary: string;
  /** Its options, as Node's `parseArgs` knows them. */
  readonly options: NonNullable<ParseArgsConfig['options']> = {};
  /** Set to false by those that can work where no database answers. */
  readonly needsDatabase: boolean = true;
  /** Whether it may change something: then the audit log gets a row that names the command and the user of the host. */
  readonly changes: boolean = false;

  @Inject(CommandRegistry)
  protected readonly registry: CommandRegistry;

  onModuleInit(): void {
    this.registry.register(this);
  }

  abstract run(context: CommandContext): Promise<number>;
}
