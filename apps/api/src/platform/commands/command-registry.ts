import { type INestApplicationContext, Injectable } from '@nestjs/common';
import type { ParseArgsConfig } from 'node:util';
import type { Viewer } from '../access/viewer.js';

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

/** What the command line needs of a command; `Command` is the class that features extend. */
export interface RegisteredCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly needsDatabase: boolean;
  readonly changes: boolean;
  run(context: CommandContext): Promise<number>;
}

/** The commands that platform and features brought, by name. */
@Injectable()
export class CommandRegistry {
  private readonly commands = new Map<string, RegisteredCommand>();

  register(command: RegisteredCommand): void {
    if (this.commands.has(command.name)) throw new Error(`Two commands are called ${command.name}.`);
    this.commands.set(command.name, command);
  }

  /** The command that the words begin with, and the words behind its name. */
  find(words: readonly string[]): { command: RegisteredCommand; rest: string[] } | null {
    for (let length = words.length; length > 0; length -= 1) {
      const command = this.commands.get(words.slice(0, length).join(' '));
      if (command) return { command, rest: words.slice(length) };
    }
    return null;
  }

  all(): RegisteredCommand[] {
    return [...this.commands.values()].sort((one, other) => one.name.localeCompare(other.name));
  }
}
