import type { Role } from '@assay/access';
import { useTranslation } from 'react-i18next';

/** Roles in words; the catalogue of the shell has them because the sign-in page says them too. */
export function useRoleName(): (role: Role) => string {
  const { t } = useTranslation('shell');
  return (role) => t(`roles.${role}`);
}
