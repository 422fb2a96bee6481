import fc from 'fast-check';
import { idOf, PEOPLE } from './cast/actors.js';
import { castAllocating } from './cast/allocating.js';
import { castAssessing } from './cast/assessing.js';
import { castCohorts } from './cast/cohorts.js';
import { castCourses } from './cast/courses.js';
import { castStanding } from './cast/standing.js';
import { castDesigning } from './cast/designing.js';
import { castEndorsing } from './cast/endorsing.js';
import { castEvidence } from './cast/evidence.js';
import { castPeople } from './cast/people.js';
import { castQuality } from './cast/quality.js';
import { castRecognition } from './cast/recognition.js';
import { castSkills } from './cast/skills.js';
import { emptyStage } from './cast/stage.js';
import type { World } from './invented-world.js';

/** One small organisation by hand, with a row of every kind in every state that a rule looks at. */
export function castWorld(now: Date): World {
  const stage = emptyStage(now);
  for (const cast of [
    castPeople,
    castDesigning,
    castAssessing,
    castAllocating,
    castEvidence,
    castQuality,
    castSkills,
    castCourses,
    castRecognition,
    castStanding,
    castCohorts,
    castEndorsing,
  ])
    cast(stage);
  return { people: PEOPLE.map((actor) => idOf(actor)), rows: stage.rows, [fc.toStringMethod]: () => 'the cast' };
}
