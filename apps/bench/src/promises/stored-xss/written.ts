import type { Assessed } from './assessing.js';
import type { Client } from '../../product/client.js';
import type { Courses } from './courses.js';
import type { Elsewhere } from './elsewhere.js';
import type { Frameworks } from './frameworks.js';
import type { Programme } from './programme.js';
import type { Staff } from './people.js';
import type { Together } from './together.js';
import type { Trusted } from './trusting.js';
import type { Witnessed } from './witnessing.js';
import type { Work } from './work.js';

/** Everything that was written. */
export interface Written {
  staff: Staff;
  programme: Programme;
  frameworks: Frameworks;
  courses: Courses;
  templateId: string;
  work: Work;
  witnessed: Witnessed;
  assessed: Assessed;
  /** By their ids. */
  appeals: string[];
  trusted: Trusted;
  elsewhere: Elsewhere;
  together: Together;
  /** Who left with a badge. */
  leaverId: string;
}
export interface Reading {
  by: Client | null;
  paths: string[];
}
