import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { useViewer } from '../../../lib/viewer.js';
import { PEOPLE_CHOICES } from '../designer/founders.documents.js';
import type { Framework } from './framework.documents.js';
import { NAME_STEWARD, REMOVE_STEWARD } from './keeping.documents.js';
import styles from './skill-workspace.module.css';

/** Who looks after the framework. */
export function Stewards({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const manages = useViewer().may('framework.manage');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const { data, previousData } = useQuery(PEOPLE_CHOICES, { variables: { search }, skip: !manages });
  const [name, naming] = useResultMutation(NAME_STEWARD);
  const [remove] = useResultMutation(REMOVE_STEWARD);
  const people = (data ?? previousData)?.people.edges.map(({ node }) => node) ?? [];
  const named = framework.stewards.map(({ id }) => id);
  return (
    <Section title={t('stewards.title')}>
      <p className={styles.hint}>{t('stewards.hint')}</p>
      <ul className={styles.alike}>
        {framework.stewards.map((person) => (
          <li key={person.id}>
            {person.displayName}
            {manages && (
              <Button
                size="small"
                variant="quiet"
                aria-label={t('stewards.removeNamed', { name: person.displayName })}
                onClick={() => void remove({ frameworkId: framework.id, personId: person.id })}
              >
                {t('stewards.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {framework.stewards.length === 0 && <p className={styles.facts}>{t('stewards.none')}</p>}
      {manages && (
        <Select
          label={t('stewards.add')}
          placeholder={t('stewards.search')}
          searchable
          clearable
          maw={420}
          mt={8}
          searchValue={typed}
          onSearchChange={setTyped}
          filter={({ options }) => options}
          value={null}
          data={people
            .filter(({ id }) => !named.includes(id))
            .map((person) => ({ value: person.id, label: person.displayName }))}
          onChange={(personId) => {
            if (!personId) return;
            setTyped('');
            void name({ frameworkId: framework.id, personId });
          }}
        />
      )}
      {naming.refusal && <RefusalNote>{naming.refusal.message}</RefusalNote>}
    </Section>
  );
}
