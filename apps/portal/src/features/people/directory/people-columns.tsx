import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.js';
import type { Column } from '../../../components/data-table.js';
import { NameLink } from '../../../components/text-link.js';
import { useRoleName } from '../../../lib/role-names.js';
import { limitsOf } from '../grant-limits.js';
import { StateWord } from '../state-word.js';
import type { ListedPerson } from './directory.documents.js';
import styles from './directory.module.css';

/** What the directory says about everybody, in one line each. */
export function usePeopleColumns(): Column<ListedPerson>[] {
  const { t } = useTranslation('people');
  const roleName = useRoleName();
  return [
    {
      id: 'name',
      head: t('columns.name'),
      phone: true,
      cell: (person) => (
        <span className={styles.name}>
          <NameLink to={`/admin/people/${person.id}`}>{person.displayName}</NameLink>
          <small>{person.email}</small>
        </span>
      ),
    },
    {
      id: 'job',
      head: t('columns.job'),
      cell: (person) => (
        <span className={styles.name}>
          {person.employment?.jobTitle ?? '–'}
          <small>{levelOf(person)}</small>
        </span>
      ),
    },
    { id: 'unit', head: t('columns.unit'), cell: (person) => person.employment?.orgUnit?.name ?? '–' },
    { id: 'manager', head: t('columns.manager'), cell: (person) => person.employment?.manager?.displayName ?? '–' },
    {
      id: 'roles',
      head: t('columns.roles'),
      cell: (person) => (
        <span className={styles.roles}>
          {person.roles.includes('MANAGER') && <Chip>{roleName('MANAGER')}</Chip>}
          {person.grants.map((grant) => (
            <Chip key={grant.id}>{[roleName(grant.role), ...limitsOf(grant)].join(' · ')}</Chip>
          ))}
        </span>
      ),
    },
    { id: 'state', head: t('columns.state'), phone: true, cell: (person) => <StateWord person={person} /> },
  ];
}

/** The job role, where it says more than the title. */
function levelOf({ employment }: ListedPerson): string | undefined {
  const level = employment?.jobRoleLevel?.name;
  return level === employment?.jobTitle ? undefined : level;
}
