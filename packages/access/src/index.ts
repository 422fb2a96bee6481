export {
  GRANTABLE_ROLES,
  PERMISSIONS,
  PERMISSIONS_OF,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
} from './permissions.js';
