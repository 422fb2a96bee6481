import { permissionsOf, PERMISSIONS } from '@assay/access';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import { useRoleName } from '../../../lib/role-names.js';
import { useViewer } from '../../../lib/viewer.js';
import type { PersonView } from './person.documents.js';
import styles from './person.module.css';

/** What this person may do, role by role, and where that and their sessions are changed. */
export function RolesHeld({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const { may } = useViewer();
  const roleName = useRoleName();
  return (
    <Section title={t('roles.title')}>
      <ul className={styles.roles}>
        {person.roles.map((role) => (
          <li key={role}>
            <strong>{roleName(role)}</strong>
            <p>
              {permissionsOf([role])
                .map((permission) => PERMISSIONS[permission])
                .join('; ')}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.below}>
        {may('people.read') && <TextLink to={`/admin/roles?person=${person.id}`}>{t('roles.change')}</TextLink>}
        {may('access.configure') && (
          <TextLink to={`/admin/sign-in/sessions?person=${person.id}`}>{t('roles.sessions')}</TextLink>
        )}
      </p>
    </Section>
  );
}
