import { Inject, type INestApplicationContext, type OnModuleInit } from '@nestjs/common';
import type { ParseArgsConfig } from 'node:util';
import type { Viewer } from '../access/viewer.js';
import { CommandRegistry } from './command-registry.js';

/** What stood behind the name of a command, read by Node's own `parseArgs`. */
export interface ParsedArguments {
  positionals: string[];
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
}

/** What a command works with. */
export interface CommandContext {
  /** The product itself, in the one transaction of this command. A command without database has none and must not ask. */
  system: Viewer;
  args: ParsedArguments;
  /** One line for people, or of data. */
  out: (line: string) => void;
  err: (line: string) => void;
  app: INestApplicationContext;
}

/**
 * Something the operator does on the host: `npm run assay -- people import FILE`. It runs in one transaction as `app_issuer`,
 * which is committed when it answers 0 and rolled back otherwise; what it answers is the exit code.
 */
export abstract class Command implements OnModuleInit {
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
