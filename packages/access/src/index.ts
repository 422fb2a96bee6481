export {
  GRANTABLE_ROLES,
  type Limit,
  LIMITABLE_BY,
  PERMISSIONS,
  PERMISSIONS_OF,
  type Permission,
  permissionsOf,
  permissionsUnder,
  ROLES,
  type Role,
} from './permissions.js';
