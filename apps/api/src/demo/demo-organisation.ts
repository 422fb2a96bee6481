import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../platform/access/viewer.js';
import { Attempts } from './attempts.js';
import { daysBefore } from './cast.js';
import { fillAchievements } from './fill-achievements.js';
import { fillAfterTheMark } from './fill-after-the-mark.js';
import { fillCohorts } from './fill-cohorts.js';
import { fillCourses } from './fill-courses.js';
import { fillElsewhere } from './fill-elsewhere.js';
import { fillFramework } from './fill-framework.js';
import { fillPeople } from './fill-people.js';
import { fillQuality } from './fill-quality.js';
import { fillStack } from './fill-stack.js';
import { fillStanding } from './fill-standing.js';
import { fillWithOthers } from './fill-with-others.js';
import { suggestPersonas } from './suggest-personas.js';
import { BEGUN, ENDED, WAITING } from './invented-attempts.js';

/** How long ago the invented company began with the programme. */
const BEGAN_DAYS_AGO = 1100;

/**
 * Fills an empty database with an invented organisation, through the features' own services and as the people it invents.
 * Nothing is signed here: awards wait for the worker, as everywhere.
 */
export async function fillDemoOrganisation(app: INestApplicationContext, system: Viewer): Promise<void> {
  const began = daysBefore(system.now, BEGAN_DAYS_AGO);
  const framework = await fillFramework(app, system);
  const cast = await fillPeople(app, system, framework.rungs, began);
  const versions = await fillAchievements(app, cast, framework.skills, began);
  await fillCourses(app, cast, framework.skills, system.now);
  await suggestPersonas(app, system, cast);
  const attempts = new Attempts(app, cast, versions, system.now);
  // As they happened: who tries again does so after the first answer.
  const acts = [
    ...ENDED.map((each) => ({ daysAgo: each.daysAgo, make: () => attempts.ended(each) })),
    ...WAITING.map((each) => ({ daysAgo: each.daysAgo, make: () => attempts.waiting(each) })),
    ...BEGUN.map((each) => ({ daysAgo: each.daysAgo, make: () => attempts.begin(each) })),
  ];
  for (const { make } of acts.sort((a, b) => b.daysAgo - a.daysAgo)) await make();
  for (const waiting of WAITING.slice(1, 3)) await attempts.differ(waiting);
  await fillAfterTheMark(app, cast, system.now);
  await fillWithOthers(app, cast, versions, system.now);
  await fillQuality(app, cast, versions, system.now);
  await fillCohorts(app, cast, versions, system.now);
  await fillStack(app, cast, versions, framework.skills.get('safe-working') ?? '', system.now);
  await fillElsewhere(app, cast, framework.skills, system.now);
  await fillStanding({ app, cast, rungs: framework.rungs, skills: framework.skills, now: system.now });
}
