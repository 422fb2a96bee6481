import { userInfo } from 'node:os';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Viewer } from '../access/viewer.js';
import { audit } from '../audit/audit.js';
import { migrations } from '../database/migrations.js';
import { Transaction } from '../database/transaction.js';
import { CommandRegistry, type ParsedArguments, type RegisteredCommand } from './command-registry.js';

interface Voice {
  out: (line: string) => void;
  err: (line: string) => void;
}

/** Finds the command that was meant, and runs it in its transaction. Gives the exit code. */
@Injectable()
export class CommandLine {
  constructor(
    private readonly registry: CommandRegistry,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async run(app: INestApplicationContext, words: readonly string[], voice: Voice): Promise<number> {
    const found = this.registry.find(words);
    if (!found) {
      if (words.length > 0 && words[0] !== 'help' && words[0] !== '--help')
        voice.err(`There is no command “${words.join(' ')}”.\n`);
      for (const line of this.list()) voice.out(line);
      return words.length > 0 && words[0] !== 'help' && words[0] !== '--help' ? 2 : 0;
    }
    const args = read(found.command, found.rest, voice);
    if (!args) return 2;
    if (!found.command.needsDatabase)
      return found.command.run({ system: nobody(), args, app, out: voice.out, err: voice.err });
    if (!(await this.connect(voice))) return 1;
    return this.inTransaction(found.command, args, app, voice);
  }

  private list(): string[] {
    const calls = this.registry.all().map((each) => [`${each.name} ${each.usage}`.trim(), each.summary] as const);
    return [
      'npm run assay -- COMMAND',
      '',
      ...calls.flatMap(([call, summary]) => [`  ${call}`, `      ${summary}`]),
      '',
      'They work on the installation that DATABASE_URL names, or on that of DATA_DIR (.assay).',
    ];
  }

  private async connect(voice: Voice): Promise<boolean> {
    try {
      if (!this.dataSource.isInitialized) await this.dataSource.initialize();
      const [row] = await this.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM migrations');
      if (row?.n === migrations.length) return true;
      voice.err(
        `The database has ${row?.n} migrations, this version knows ${migrations.length}. Start this version once; that brings the database up to date.`,
      );
    } catch (error) {
      voice.err(
        `The database cannot be used (${messageOf(error)}). Start Assay once with npm start, or set DATABASE_URL. npm run assay -- doctor says more.`,
      );
    }
    return false;
  }

  private async inTransaction(
    command: RegisteredCommand,
    args: ParsedArguments,
    app: INestApplicationContext,
    voice: Voice,
  ): Promise<number> {
    const tx = await Transaction.open(this.dataSource, 'app_issuer', null);
    try {
      const system = Viewer.system(tx);
      const code = await command.run({ system, args, app, out: voice.out, err: voice.err });
      if (code !== 0) {
        await tx.rollback();
        return code;
      }
      if (command.changes)
        await audit(system, {
          operation: `assay ${command.name}`,
          target: null,
          // Names of options, not what was given with them: the log keeps no contents.
          detail: { by: `command line, ${hostUser()}`, options: Object.keys(args.values).sort() },
        });
      await tx.commit();
      return 0;
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }
}

function read(command: RegisteredCommand, rest: string[], voice: Voice): ParsedArguments | null {
  try {
    const options: NonNullable<ParseArgsConfig['options']> = command.options;
    const { positionals, values } = parseArgs({ args: rest, options, allowPositionals: true, strict: true });
    return { positionals, values };
  } catch (error) {
    voice.err(`${messageOf(error)}\nUse: npm run assay -- ${command.name} ${command.usage}`.trimEnd());
    return null;
  }
}

/** For commands without database: asking it for anything is a fault of ours, and says so. */
function nobody(): Viewer {
  return new Proxy({} as Viewer, {
    get: () => {
      throw new Error('This command said that it needs no database.');
    },
  });
}

function hostUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error));
