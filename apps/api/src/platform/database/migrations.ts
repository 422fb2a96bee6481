import { Platform1700000000001 } from './migrations/0001-platform.js';
import { People1700000000002 } from './migrations/0002-people.js';

/** Every migration, in order. A class and not a folder, so that the bundle carries them. */
export const migrations = [Platform1700000000001, People1700000000002];
