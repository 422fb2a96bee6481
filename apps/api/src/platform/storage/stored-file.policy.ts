import { allow } from '../access/policy.js';
import { StoredFile } from './stored-file.entity.js';

/** Whether a feature vouches that this viewer may read the file; `FilesService` finds out. */
export const VOUCHED = 'vouched-file';

allow('read', StoredFile, (viewer, it) => viewer.isSelf(it.ownerId) || viewer.loaded<boolean>(VOUCHED, it.id) === true);
