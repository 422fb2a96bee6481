import { allow } from '../../platform/access/policy.js';
import { SearchEntry } from './search-entry.entity.js';

/** Only what everybody of the organisation may read is in it. */
allow('read', SearchEntry, (viewer) => viewer.may('achievement.read') && viewer.may('framework.read'));
