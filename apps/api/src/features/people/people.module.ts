import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ViewerSource } from '../../platform/access/viewer-source.js';
import { DemoSignInController } from './demo-sign-in.controller.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { Person } from './person.entity.js';
import { PersonSource } from './person-source.js';

/**
 * Persons, org units, dated employments with line managers, and role grants.
 * It tells the platform who signs in and in which roles. Manager is never granted: it follows the dates.
 */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Organisation, Person])],
  controllers: [DemoSignInController],
  providers: [{ provide: ViewerSource, useClass: PersonSource }, OrganisationService],
  exports: [OrganisationService, ViewerSource],
})
export class PeopleModule {}
