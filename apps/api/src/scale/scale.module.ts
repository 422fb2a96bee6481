import { Module } from '@nestjs/common';
import { PeopleModule } from '../features/people/people.module.js';
import { SeedScaleCommand } from './seed-scale.command.js';

/** A generated organisation of the size that the goals of speed speak of. Nothing here runs unless the operator types it. */
@Module({ imports: [PeopleModule], providers: [SeedScaleCommand] })
export class ScaleModule {}
