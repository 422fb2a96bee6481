import { allow } from '../../platform/access/policy.js';
import { ScimClient } from './scim-client.entity.js';
import { ScimGroup } from './scim-group.entity.js';

allow('see', ScimClient, (viewer) => viewer.may('access.configure'));
allow('change', ScimClient, (viewer, it) => viewer.may('access.configure') && it.removedAt === null);
allow('see', ScimGroup, (viewer) => viewer.may('access.configure'));
// Nobody gives a role to themselves, not by way of a group either: `mine` is learned before.
allow('map', ScimGroup, (viewer, it) => viewer.may('access.configure') && !isMember(viewer, it));
allow(
  'approve',
  ScimGroup,
  (viewer, it) =>
    viewer.may('access.configure') &&
    it.wantedRole !== null &&
    it.wantedBy !== null &&
    !viewer.isSelf(it.wantedBy) &&
    !isMember(viewer, it),
);
allow('decline', ScimGroup, (viewer, it) => viewer.may('access.configure') && it.wantedRole !== null);

/** Null where nobody asked before: then it counts as being in it. */
function isMember(viewer: { loaded<T>(name: string, id: string): T | null }, group: ScimGroup): boolean {
  return viewer.loaded<{ viewerIsIn: boolean }>('scim group', group.id)?.viewerIsIn ?? true;
}
