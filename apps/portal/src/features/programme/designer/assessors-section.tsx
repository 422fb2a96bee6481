import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Initials } from '../../../components/initials.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Version } from './designer.documents.js';
import { NAME_FOUNDER, PEOPLE_CHOICES, REMOVE_FOUNDER } from './founders.documents.js';
import styles from './designer.module.css';

/** Who may assess it. The first holders have nobody to learn from: founders are named by hand. */
export function AssessorsSection({ version }: { version: Version }) {
  const { t } = useTranslation('programme');
  const { date } = useFormat();
  const mayName = version.viewerCan.includes('nameFounder');
  const [name, naming] = useResultMutation(NAME_FOUNDER);
  const [remove, removing] = useResultMutation(REMOVE_FOUNDER);
  const refusal = naming.refusal ?? removing.refusal;
  const failed = naming.failed ?? removing.failed;
  const ids = version.assessors.map((assessor) => assessor.person.id);
  // t('programme:basis.FOUNDER') t('programme:basis.HOLDS_SKILL')
  return (
    <div className={styles.form} data-field="assessors">
      <p className={styles.intro}>{t('assessors.intro')}</p>
      {version.assessors.length > 0 && (
        <ul className={styles.people}>
          {version.assessors.map(({ id, basis, since, person }) => (
            <li key={id}>
              <Initials>{person.initials}</Initials>
              <span>
                <b>{person.displayName}</b>
                {person.employment && <small>{person.employment.jobTitle}</small>}
              </span>
              <small>{t(`basis.${basis}`, { date: date(since) })}</small>
              {mayName && basis === 'FOUNDER' && (
                <Button
                  variant="quiet"
                  size="small"
                  busy={removing.loading}
                  aria-label={t('assessors.removeNamed', { name: person.displayName })}
                  onClick={() => void remove({ achievementVersionId: version.id, personId: person.id })}
                >
                  {t('assessors.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {version.assessors.length === 0 && <p className={styles.hint}>{t('assessors.none')}</p>}
      {version.assessors.length > 0 && version.assessorGap && (
        <Note tone="amber">
          {version.assessorGap} {version.state !== 'DRAFT' && t('assessors.stopped')}
        </Note>
      )}
      {mayName && (
        <PersonSelect
          without={ids}
          onChoose={(personId) => void name({ achievementVersionId: version.id, personId })}
        />
      )}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('unreachable')}</RefusalNote>}
    </div>
  );
}

function PersonSelect({ without, onChoose }: { without: readonly string[]; onChoose: (personId: string) => void }) {
  const { t } = useTranslation('programme');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 150);
  const { data, previousData } = useQuery(PEOPLE_CHOICES, { variables: { search: search.trim() } });
  const people = (data ?? previousData)?.people.edges.map((edge) => edge.node) ?? [];
  return (
    <Select
      label={t('assessors.add')}
      description={t('assessors.addHint')}
      placeholder={t('assessors.search')}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      value={null}
      data={people
        .filter((person) => !without.includes(person.id))
        .map((person) => ({
          value: person.id,
          label: person.employment ? `${person.displayName}, ${person.employment.jobTitle}` : person.displayName,
        }))}
      onChange={(personId) => {
        if (!personId) return;
        setTyped('');
        onChoose(personId);
      }}
      nothingFoundMessage={data ? t('assessors.nobody') : null}
    />
  );
}
