import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../platform/access/viewer.js';
import { daysBefore } from './cast.js';
import { fillFramework } from './fill-framework.js';
import { fillPeople } from './fill-people.js';

/** How long ago the invented company began with the programme. */
const BEGAN_DAYS_AGO = 1100;

/** Fills an empty database with an invented organisation, through the features' own services and as the people it invents. */
export async function fillDemoOrganisation(app: INestApplicationContext, system: Viewer): Promise<void> {
  const began = daysBefore(system.now, BEGAN_DAYS_AGO);
  const framework = await fillFramework(app, system);
  await fillPeople(app, system, framework.rungs, began);
}
