import { useTranslation } from 'react-i18next';
import type { OfferedRole } from './access.documents.js';
import styles from './access.module.css';

interface Props {
  role: OfferedRole;
  byUnit: boolean;
  byAchievement: boolean;
}

/** What a role opens under the limits that were chosen, what the limits take away, and what it never opens. */
export function RoleOpens({ role, byUnit, byAchievement }: Props) {
  const { t } = useTranslation('access');
  const stays = (each: OfferedRole['permissions'][number]) =>
    (!byUnit || each.byUnit) && (!byAchievement || each.byAchievement);
  return (
    <div className={styles.opens}>
      <p>{role.what}</p>
      <strong>{t('give.opens')}</strong>
      <ul>
        {role.permissions.map((each) => (
          <li key={each.name} className={stays(each) ? undefined : styles.lost}>
            {each.what}
            {!stays(each) && <span className="visually-hidden"> {t('give.lost')}</span>}
          </li>
        ))}
      </ul>
      <p>{role.not}</p>
    </div>
  );
}
