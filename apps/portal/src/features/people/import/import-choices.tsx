import { Radio, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import type { PeopleImport } from './import.documents.js';
import styles from './import.module.css';

type Missing = PeopleImport['missing'];
const CHOICES: readonly Missing[] = ['KEEP', 'LEAVE'];

interface Props {
  effectiveOn: string;
  onEffectiveOn: (day: string) => void;
  missing: Missing;
  onMissing: (missing: Missing) => void;
  problem: readonly { field: string; message: string }[];
}

/** From which day on, and whether whoever is not in the file has left. */
export function ImportChoices({ effectiveOn, onEffectiveOn, missing, onMissing, problem }: Props) {
  const { t } = useTranslation('people');
  // t('people:import.missing.KEEP') t('people:import.missing.LEAVE')
  // t('people:import.missing.KEEPHint') t('people:import.missing.LEAVEHint')
  return (
    <Section title={t('import.choices')}>
      <div className={styles.choices}>
        <TextInput
          type="date"
          label={t('import.effectiveOn')}
          description={t('import.effectiveOnHint')}
          value={effectiveOn}
          error={problem.find((each) => each.field.endsWith('effectiveOn'))?.message}
          onChange={(event) => onEffectiveOn(event.currentTarget.value)}
          required
        />
        <Radio.Group
          label={t('import.missing.label')}
          value={missing}
          onChange={(value) => onMissing(value === 'LEAVE' ? 'LEAVE' : 'KEEP')}
        >
          <div className={styles.radios}>
            {CHOICES.map((choice) => (
              <Radio
                key={choice}
                value={choice}
                label={t(`import.missing.${choice}`)}
                description={t(`import.missing.${choice}Hint`)}
              />
            ))}
          </div>
        </Radio.Group>
      </div>
    </Section>
  );
}
