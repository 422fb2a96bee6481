import fc from 'fast-check';
import { inventAfterTheMark } from './invented/after-the-mark.js';
import { inventAllocation } from './invented/allocating.js';
import { inventAttempts } from './invented/assessing.js';
import { inventCohorts } from './invented/cohorts.js';
import { inventCredentials } from './invented/credentials.js';
import { inventAchievements, inventQualifications } from './invented/designing.js';
import { inventEvidence } from './invented/evidence.js';
import { inventHelp } from './invented/helping.js';
import { type Draw, Inventing, type Rows } from './invented/inventing.js';
import { inventAudits } from './invented/looking.js';
import { inventEmployments, inventGrants, inventPeople, inventUnits } from './invented/people.js';
import { inventQuality } from './invented/quality.js';
import { inventRecognition } from './invented/recognition.js';
import { inventProvisioning, inventSignIns } from './invented/signing-in.js';
import { inventSkills } from './invented/skills.js';
import { inventStanding } from './invented/standing.js';
import { inventTold } from './invented/telling.js';

/** An organisation that nobody would design: every state beside every other, with dates around today. */
export interface World {
  people: string[];
  rows: Rows;
  /** A whole organisation in the message of a failed test helps nobody; its seed does. */
  [fc.toStringMethod]: () => string;
}

export const worlds = (now: Date): fc.Arbitrary<World> => fc.gen().map((g) => invent(new Inventing(g as Draw, now)));

function invent(it: Inventing): World {
  const units = inventUnits(it);
  const people = inventPeople(it);
  inventEmployments(it, people, units);
  const achievements = inventAchievements(it, people);
  const ids = achievements.map(({ id }) => id);
  inventGrants(it, people, units, ids);
  inventQualifications(it, people, ids);
  const items = inventEvidence(it, people);
  for (const person of people) inventAttempts(it, person, people, achievements, items);
  inventAfterTheMark(it, people);
  inventAllocation(it, people);
  inventQuality(it, people, achievements);
  inventHelp(it, people);
  inventCredentials(it, people, achievements);
  inventRecognition(it, people);
  inventTold(it, people);
  inventSkills(it, people);
  inventStanding(it, people);
  inventCohorts(it, people, achievements);
  inventAudits(it, people);
  inventSignIns(it, people);
  inventProvisioning(it, people);
  return { people, rows: it.rows, [fc.toStringMethod]: () => `an organisation of ${people.length}` };
}
