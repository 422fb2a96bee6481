import { Injectable } from '@nestjs/common';
import type { Command } from './command.js';

/** The commands that platform and features brought, by name. */
@Injectable()
export class CommandRegistry {
  private readonly commands = new Map<string, Command>();

  register(command: Command): void {
    if (this.commands.has(command.name)) throw new Error(`Two commands are called ${command.name}.`);
    this.commands.set(command.name, command);
  }

  /** The command that the words begin with, and the words behind its name. */
  find(words: readonly string[]): { command: Command; rest: string[] } | null {
    for (let length = words.length; length > 0; length -= 1) {
      const command = this.commands.get(words.slice(0, length).join(' '));
      if (command) return { command, rest: words.slice(length) };
    }
    return null;
  }

  all(): Command[] {
    return [...this.commands.values()].sort((one, other) => one.name.localeCompare(other.name));
  }
}
