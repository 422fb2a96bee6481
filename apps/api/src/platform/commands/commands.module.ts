import { Global, Module } from '@nestjs/common';
import { CommandLine } from './command-line.js';
import { CommandRegistry } from './command-registry.js';
import { ImportCommand } from './import.command.js';
import { ImportKinds } from './import-kinds.js';
import { DoctorCommand } from './doctor.command.js';

/** What the operator of the host can do without a browser. */
@Global()
@Module({
  providers: [CommandRegistry, CommandLine, ImportKinds, ImportCommand, DoctorCommand],
  exports: [CommandRegistry, CommandLine, ImportKinds],
})
export class CommandsModule {}
