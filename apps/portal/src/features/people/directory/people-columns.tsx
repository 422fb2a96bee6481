import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/chip.js';
import type { Column } from '../../../components/data-table.js';
import { NameLink } from '../../../components/text-link.js';
import { useRoleName } from '../../../lib/role-names.js';
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
          <small>{person.employment?.jobRoleLevel?.name}</small>
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
          {person.roles
            .filter((role) => role !== 'EMPLOYEE')
            .map((role) => (
              <Chip key={role}>{roleName(role)}</Chip>
            ))}
        </span>
      ),
    },
    { id: 'state', head: t('columns.state'), phone: true, cell: (person) => <StateWord person={person} /> },
  ];
}
