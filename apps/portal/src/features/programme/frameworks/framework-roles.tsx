import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { useAddress } from '../../../lib/use-address.js';
import { FRAMEWORK_ROLES } from './framework.documents.js';
import { RoleLadder } from './role-ladder.js';
import styles from './framework.module.css';

/** Families and roles at the side, the chosen role's ladder with what each rung asks for beside it. */
export function FrameworkRoles({ id }: { id: string }) {
  const { t } = useTranslation('programme');
  const [chosen, choose] = useAddress('role');
  const { data, error, refetch } = useQuery(FRAMEWORK_ROLES, { variables: { id } });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={12} />;
  const families = data.framework?.jobFamilies ?? [];
  const roles = families.flatMap((family) => family.roles);
  const role = roles.find((each) => each.id === chosen) ?? roles[0];
  if (!role) return <EmptyState title={t('roles.none')}>{t('roles.noneBody')}</EmptyState>;
  return (
    <div className={styles.roles}>
      <nav className={styles.families} aria-label={t('framework.roles')}>
        {families.map((family) => (
          <section key={family.id}>
            <h2>{family.name}</h2>
            <ul>
              {family.roles.map((each) => (
                <li key={each.id}>
                  <button type="button" aria-current={each.id === role.id} onClick={() => choose(each.id)}>
                    {each.name}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <RoleLadder role={role} />
    </div>
  );
}
