import type { INestApplicationContext } from '@nestjs/common';
import { AchievementsService } from '../features/achievements/achievements.service.js';
import { CohortsService } from '../features/cohorts/cohorts.service.js';
import { EnrolmentService } from '../features/cohorts/enrolment.service.js';
import { ProgrammesService } from '../features/cohorts/programmes.service.js';
import { type Cast, daysAfter, daysBefore } from './cast.js';
import { acted } from './done.js';

const OWNER = 'noor';
/** Who goes through it together, most of them with something begun. */
const TECHNICIANS = ['bartek', 'tevita', 'declan', 'rosa', 'zainab', 'samir'];
const DEVELOPERS = ['nadia', 'siobhan', 'leila', 'kwabena', 'anamaria'];

/** Two programmes: one whose cohort is under way, one with a cohort that has ended. */
export async function fillCohorts(
  app: INestApplicationContext,
  cast: Cast,
  versions: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const programme = async (name: string, summary: string, keys: string[]) => {
    const by = cast.as(OWNER, daysBefore(now, 60));
    const found = await Promise.all(
      keys.map((key) => app.get(AchievementsService).versionById(by, versions.get(key) ?? '')),
    );
    const achievementIds = found.flatMap((version) => (version ? [version.achievementId] : []));
    const input = { name, summary, leadId: cast.idOf('bea'), achievementIds };
    return acted(by, 'createProgramme', app.get(ProgrammesService).create(by, input));
  };
  const cohort = async (programmeId: string, name: string, [from, to]: [number, number], people: string[]) => {
    const by = cast.as(OWNER, daysBefore(now, 50));
    const input = { name, startsOn: day(daysAfter(now, from)), endsOn: day(daysAfter(now, to)) };
    const begun = await acted(by, 'createCohort', app.get(CohortsService).create(by, programmeId, input));
    const enrolment = { cohortId: begun.id, personIds: people.map((key) => cast.idOf(key)) };
    await acted(by, 'enrolInCohort', app.get(EnrolmentService).enrol(by, enrolment));
    return begun;
  };
  const repair = await programme(
    'From leak to repair',
    'Finding a leak and digging to it safely, for those who work in the network.',
    ['leak', 'dig'],
  );
  await cohort(repair.id, 'Autumn crew', [-50, 40], TECHNICIANS);
  const delivery = await programme(
    'Software that holds',
    'Reviewing changes, running an incident, explaining what the data says.',
    ['review', 'incident', 'explaining', 'quality'],
  );
  await cohort(delivery.id, 'Platform and data, second half', [-20, 100], DEVELOPERS);
  const earlier = await cohort(delivery.id, 'Platform and data, first half', [-300, -120], DEVELOPERS.slice(0, 2));
  const by = cast.as(OWNER, daysBefore(now, 40));
  await acted(by, 'closeCohort', app.get(CohortsService).close(by, earlier.id, true));
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
