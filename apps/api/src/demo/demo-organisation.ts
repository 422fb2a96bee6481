import type { INestApplicationContext } from '@nestjs/common';
import { OrganisationService } from '../features/people/organisation.service.js';
import type { Viewer } from '../platform/access/viewer.js';

/** Fills an empty database with an invented organisation, through the features' own services. */
export async function fillDemoOrganisation(app: INestApplicationContext, system: Viewer): Promise<void> {
  await app.get(OrganisationService).found(system, { organisationName: 'Calder Water', isDemo: true, firstAdministrator: null });
}
