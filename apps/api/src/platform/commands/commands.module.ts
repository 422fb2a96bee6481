import { Global, Module } from '@nestjs/common';
import { CommandLine } from './command-line.js';
import { CommandRegistry } from './command-registry.js';
import { DoctorCommand } from './doctor.command.js';

/** What the operator of the host can do without a browser. */
@Global()
@Module({ providers: [CommandRegistry, CommandLine, DoctorCommand], exports: [CommandRegistry, CommandLine] })
export class CommandsModule {}
