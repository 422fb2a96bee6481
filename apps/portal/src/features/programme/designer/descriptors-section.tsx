import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft.js';
import { NumberField } from './number-field.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

const SHORT = ['language', 'participation', 'assessmentType', 'supervision'] as const;
const LONG = ['qualityAssurance', 'prerequisites', 'stackability'] as const;

/** What the EU asks every micro-credential to say about itself. */
export function DescriptorsSection({ draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const { descriptors } = draft;
  const set = (next: Partial<Draft['descriptors']>) => change('descriptors', { ...descriptors, ...next });
  const words = (name: (typeof SHORT | typeof LONG)[number]) => ({
    // t('programme:eu.language') t('programme:eu.participation') t('programme:eu.assessmentType') t('programme:eu.supervision')
    label: t(`eu.${name}`),
    // t('programme:eu.hints.language') t('programme:eu.hints.participation') t('programme:eu.hints.assessmentType')
    // t('programme:eu.hints.supervision') t('programme:eu.hints.qualityAssurance') t('programme:eu.hints.prerequisites')
    // t('programme:eu.hints.stackability')
    description: t(`eu.hints.${name}`),
    'data-field': `descriptors.${name}`,
    value: descriptors[name],
    readOnly,
  });
  return (
    <div className={styles.form}>
      <p className={styles.intro}>{t('eu.intro')}</p>
      <div className={styles.numbers}>
        <NumberField
          label={t('eu.workloadHours')}
          field="descriptors.workloadHours"
          value={descriptors.workloadHours}
          readOnly={readOnly}
          onChange={(workloadHours) => set({ workloadHours })}
        />
        <NumberField
          label={t('eu.ects')}
          field="descriptors.ects"
          max={300}
          value={descriptors.ects}
          readOnly={readOnly}
          onChange={(ects) => set({ ects })}
        />
        <NumberField
          label={t('eu.eqfLevel')}
          field="descriptors.eqfLevel"
          whole
          min={1}
          max={8}
          value={descriptors.eqfLevel}
          readOnly={readOnly}
          onChange={(eqfLevel) => set({ eqfLevel })}
        />
      </div>
      <div className={styles.pair}>
        {SHORT.map((name) => (
          <TextInput key={name} {...words(name)} onChange={(event) => set({ [name]: event.currentTarget.value })} />
        ))}
      </div>
      {LONG.map((name) => (
        <Textarea
          key={name}
          {...words(name)}
          minRows={2}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
