import { permissionsOf, PERMISSIONS } from '@assay/access';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import { useRoleName } from '../../../lib/role-names.js';
import { useViewer } from '../../../lib/viewer.js';
import { limitsOf } from '../grant-limits.js';
import type { PersonView } from './person.documents.js';
import styles from './person.module.css';

/** What this person may do, role by role, and where that and their sessions are changed. */
export function RolesHeld({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const { may } = useViewer();
  const roleName = useRoleName();
  const grantWords = useGrantWords();
  return (
    <Section title={t('roles.title')}>
      {person.roles.length === 0 && <p>{t('roles.none')}</p>}
      <ul className={styles.roles}>
        {person.roles.map((role) => (
          <li key={role}>
            <strong>{roleName(role)}</strong>
            {person.grants
              .filter((grant) => grant.role === role)
              .map((grant) => (
                <p key={grant.id} className={styles.grant}>
                  {grantWords(grant)}
                </p>
              ))}
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

/** "Only Operations, granted by Ada Lovelace, since 3 Nov 2026, until 31 Dec 2026". */
function useGrantWords() {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  return (grant: PersonView['grants'][number]) => {
    const limits = limitsOf(grant).join(', ');
    return [
      limits ? t('roles.only', { limits }) : t('roles.everywhere'),
      grant.grantedBy && t('roles.grantedBy', { name: grant.grantedBy.displayName }),
      grant.startsAt && t('roles.since', { day: date(grant.startsAt) }),
      grant.endsAt && t('roles.until', { day: date(grant.endsAt) }),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
