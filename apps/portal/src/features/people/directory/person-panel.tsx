import { permissionsOf, PERMISSIONS } from '@assay/access';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton, LinkButton } from '../../../components/button.js';
import { KeyValues } from '../../../components/key-values.js';
import { Section } from '../../../components/page.js';
import { useRoleName } from '../../../lib/role-names.js';
import { StateWord } from '../state-word.js';
import type { ListedPerson } from './directory.documents.js';
import styles from './person-panel.module.css';

/** The main facts about one person; the page has the rest. */
export function PersonPanel({ person, onClose }: { person: ListedPerson; onClose: () => void }) {
  const { t } = useTranslation('people');
  const roleName = useRoleName();
  const { employment } = person;
  const facts = [
    { name: t('columns.state'), value: <StateWord person={person} /> },
    { name: t('columns.job'), value: employment?.jobTitle },
    { name: t('fields.jobRoleLevel'), value: employment?.jobRoleLevel?.name },
    { name: t('columns.unit'), value: employment?.orgUnit?.name },
    { name: t('columns.manager'), value: employment?.manager?.displayName },
    { name: t('fields.email'), value: person.email },
    { name: t('fields.personNumber'), value: person.personNumber },
  ];
  return (
    <aside className={styles.panel} aria-label={person.displayName}>
      <div className={styles.head}>
        <h2>{person.displayName}</h2>
        <IconButton label={t('close')} onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </div>
      <LinkButton wide to={`/admin/people/${person.id}`} hotkey="o">
        {t('panel.open')}
      </LinkButton>
      <div className={styles.facts}>
        <KeyValues items={facts.filter((fact) => fact.value)} />
      </div>
      <Section title={t('panel.may')}>
        {person.roles.map((role) => (
          <div key={role} className={styles.role}>
            <strong>{roleName(role)}</strong>
            <p>
              {permissionsOf([role])
                .map((permission) => PERMISSIONS[permission])
                .join('; ')}
            </p>
          </div>
        ))}
      </Section>
    </aside>
  );
}
