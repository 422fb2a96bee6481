import { useTranslation } from 'react-i18next';
import { useRoleName } from '../../../lib/role-names.js';
import form from '../fields/people-form.module.css';
import type { PersonView } from './person.documents.js';

// Names are for recognising whom it is about; beyond a few the number says more.
const NAMED = 3;

/** What will be different for this person and for others. */
export function Consequences({ person, kind }: { person: PersonView; kind: 'leaving' | 'off' }) {
  const { t } = useTranslation('people');
  const roleName = useRoleName();
  const { totalCount: reports, edges } = person.reports;
  const granted = person.roles.filter((role) => role !== 'EMPLOYEE' && role !== 'MANAGER');
  const names = edges.slice(0, NAMED).map((edge) => edge.node.displayName);
  const planned = person.employments.filter((each) => each.state === 'PLANNED').length;
  return (
    <div className={form.consequences}>
      <p>{t('consequences.lead')}</p>
      <ul>
        <li>{kind === 'leaving' ? t('consequences.signOutAfter') : t('consequences.signOutNow')}</li>
        {reports > 0 && (
          <li>
            {t('consequences.reports', { count: reports })} {names.join(', ')}
            {reports > names.length && ` ${t('consequences.andOthers', { count: reports - names.length })}`}
          </li>
        )}
        {kind === 'leaving' && granted.length > 0 && (
          <li>{t('consequences.rolesEnd', { count: granted.length, roles: granted.map(roleName).join(', ') })}</li>
        )}
        {kind === 'leaving' && planned > 0 && <li>{t('consequences.planned', { count: planned })}</li>}
        <li>{t('consequences.badgesStay')}</li>
      </ul>
    </div>
  );
}
