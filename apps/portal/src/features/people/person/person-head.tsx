import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { PageHeader } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import { useToday } from '../../../lib/use-today.js';
import { StateWord } from '../state-word.js';
import type { PersonView } from './person.documents.js';
import styles from './person.module.css';
import { type PersonDialog, usePersonDialog } from './use-person-dialog.js';
import { actsOf } from './person-acts.rules.js';

/** Who it is, where, and what can be done. */
export function PersonHead({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const unit = person.employment?.orgUnit;
  return (
    <PageHeader
      title={person.displayName}
      above={
        <>
          <TextLink to="/admin/people">{t('directory.title')}</TextLink>
          {unit?.path.map((each) => (
            <span key={each.id} className={styles.crumb}>
              <TextLink to={`/admin/organisation?unit=${each.id}`}>{each.name}</TextLink>
            </span>
          ))}
        </>
      }
      below={
        <span className={styles.facts}>
          <StateWord person={person} />
          {person.employment && <span>{person.employment.jobTitle}</span>}
          {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
          {person.leavingReason && <span>{t('person.reason', { reason: person.leavingReason })}</span>}
          {person.personNumber && <span>{t('person.number', { number: person.personNumber })}</span>}
        </span>
      }
      acts={<Acts person={person} />}
    />
  );
}

function Acts({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const { open } = usePersonDialog();
  const acts = actsOf(person, useToday());
  const [main, ...more] = acts;
  if (!main) return null;
  // t('people:acts.change') t('people:acts.second') t('people:acts.details') t('people:acts.leaving') t('people:acts.undo')
  // t('people:acts.rehire') t('people:acts.off') t('people:acts.on')
  return (
    <>
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button icon={<IconDots size={16} stroke={1.6} aria-hidden />}>{t('acts.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((act: PersonDialog) => (
              <Menu.Item key={act} onClick={() => open(act)}>
                {t(`acts.${act}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button variant="primary" onClick={() => open(main)}>
        {t(`acts.${main}`)}
      </Button>
    </>
  );
}
