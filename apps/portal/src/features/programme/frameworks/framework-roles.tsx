import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../components/button.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { useAddress } from '../../../lib/use-address.js';
import { type Family, FRAMEWORK_ROLE, FRAMEWORK_ROLES } from './framework.documents.js';
import { RoleLadder } from './role-ladder.js';
import styles from './framework.module.css';

/** As many job roles stand in a list; of more than these a family is opened to see its own. */
const AT_A_GLANCE = 100;

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
  if (!role)
    return (
      <EmptyState
        title={t('roles.none')}
        act={<LinkButton to={`/programme/roles?framework=${id}`}>{t('roles.toLattice')}</LinkButton>}
      >
        {t('roles.noneBody')}
      </EmptyState>
    );
  const many = roles.length > AT_A_GLANCE;
  return (
    <div className={styles.roles}>
      <nav className={styles.families} aria-label={t('framework.roles')}>
        {families.map((family) => {
          const list = <RolesOfFamily family={family} chosen={role.id} onChoose={choose} />;
          return many ? (
            <details key={family.id} open={family.roles.some(({ id }) => id === role.id)}>
              <summary>{family.name}</summary>
              {list}
            </details>
          ) : (
            <section key={family.id}>
              <h2>{family.name}</h2>
              {list}
            </section>
          );
        })}
      </nav>
      <ChosenRole key={role.id} id={role.id} />
    </div>
  );
}

function RolesOfFamily({
  family,
  chosen,
  onChoose,
}: {
  family: Family;
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <ul>
      {family.roles.map((role) => (
        <li key={role.id}>
          <button type="button" aria-current={role.id === chosen} onClick={() => onChoose(role.id)}>
            {role.name}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Asked for by itself: what all roles of a large framework ask for would be hundreds of thousands of lines. */
function ChosenRole({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(FRAMEWORK_ROLE, { variables: { id } });
  if (error && !data) return <ErrorState onRetry={() => void refetch()} />;
  return data?.jobRole ? <RoleLadder role={data.jobRole} /> : <LoadingRows rows={8} />;
}
