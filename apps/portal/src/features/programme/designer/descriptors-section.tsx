import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
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

/** Choices of the vocabularies; beside each stands a text for what no choice says. */
const CHOICES = {
  participationForm: ['ONLINE', 'ONSITE', 'BLENDED', 'WORK_BASED', 'VOLUNTEERING'],
  supervisionForm: ['UNSUPERVISED', 'SUPERVISED_WITHOUT_ID', 'SUPERVISED_ONLINE_WITH_ID', 'SUPERVISED_ONSITE_WITH_ID'],
  qualityAssuranceForm: ['INTERNAL', 'EXTERNAL', 'INTERNAL_AND_EXTERNAL', 'ACCREDITED'],
  gradingForm: ['PASS', 'LEVEL_PER_CRITERION', 'SCORE', 'NONE'],
  stackabilityForm: ['STAND_ALONE', 'STACKABLE', 'STAND_ALONE_AND_STACKABLE'],
} as const;
const ASSESSMENTS = [
  'PORTFOLIO',
  'OBSERVATION',
  'PRACTICAL_TASK',
  'PROJECT',
  'ORAL',
  'WRITTEN_TEST',
  'PRIOR_LEARNING',
] as const;
const PAIRS = [
  ['participationForm', 'participation'],
  ['supervisionForm', 'supervision'],
  ['qualityAssuranceForm', 'qualityAssurance'],
  ['gradingForm', 'grading'],
  ['stackabilityForm', 'stackability'],
] as const;
type TextName =
  | (typeof PAIRS)[number][1]
  | 'assessmentType'
  | 'language'
  | 'country'
  | 'nqfFramework'
  | 'nqfLevel'
  | 'referencedBy'
  | 'prerequisites'
  | 'furtherInformation';

/** What the EU asks every micro-credential to say about itself, mandatory and optional. */
export function DescriptorsSection({ draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const { descriptors } = draft;
  const set = (next: Partial<Draft['descriptors']>) => change('descriptors', { ...descriptors, ...next });
  const words = (name: TextName) => ({
    // t('programme:eu.language') t('programme:eu.country') t('programme:eu.nqfFramework') t('programme:eu.nqfLevel')
    // t('programme:eu.referencedBy') t('programme:eu.participation') t('programme:eu.assessmentType')
    // t('programme:eu.prerequisites') t('programme:eu.stackability') t('programme:eu.supervision') t('programme:eu.grading') t('programme:eu.furtherInformation')
    label: t(`eu.${name}`),
    // t('programme:eu.hints.language') t('programme:eu.hints.country') t('programme:eu.hints.nqfFramework')
    // t('programme:eu.hints.nqfLevel') t('programme:eu.hints.referencedBy') t('programme:eu.hints.participation')
    // t('programme:eu.hints.assessmentType') t('programme:eu.hints.supervision') t('programme:eu.hints.qualityAssurance')
    // t('programme:eu.hints.prerequisites') t('programme:eu.hints.grading') t('programme:eu.hints.stackability')
    // t('programme:eu.hints.furtherInformation')
    description: t(`eu.hints.${name}`),
    'data-field': `descriptors.${name}`,
    value: descriptors[name],
    readOnly,
  });
  const text = (name: TextName) => (
    <TextInput {...words(name)} onChange={(event) => set({ [name]: event.currentTarget.value })} />
  );
  // t('programme:eu.kinds.PORTFOLIO') t('programme:eu.kinds.OBSERVATION') t('programme:eu.kinds.PRACTICAL_TASK')
  // t('programme:eu.kinds.PROJECT') t('programme:eu.kinds.ORAL') t('programme:eu.kinds.WRITTEN_TEST')
  // t('programme:eu.kinds.PRIOR_LEARNING')
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
      </div>
      <div className={styles.pair}>
        {text('language')}
        <TextInput
          {...words('country')}
          maxLength={2}
          onChange={(event) => set({ country: event.currentTarget.value.toUpperCase() })}
        />
      </div>
      <h2 className={styles.group}>{t('eu.level')}</h2>
      <p className={styles.hint}>{t('eu.levelHint')}</p>
      <div className={styles.pair}>
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
        {text('referencedBy')}
        {text('nqfFramework')}
        {text('nqfLevel')}
      </div>
      <h2 className={styles.group}>{t('eu.how')}</h2>
      <div className={styles.pair}>
        <MultiSelect
          label={t('eu.assessmentKinds')}
          data-field="descriptors.assessmentKinds"
          readOnly={readOnly}
          data={ASSESSMENTS.map((kind) => ({ value: kind, label: t(`eu.kinds.${kind}`) }))}
          value={[...descriptors.assessmentKinds]}
          onChange={(kinds) => set({ assessmentKinds: ASSESSMENTS.filter((kind) => kinds.includes(kind)) })}
        />
        {text('assessmentType')}
        {PAIRS.map(([form, name]) => (
          <FormAndWords key={form} form={form} descriptors={descriptors} readOnly={readOnly} onChange={set}>
            {text(name)}
          </FormAndWords>
        ))}
      </div>
      {(['prerequisites', 'furtherInformation'] as const).map((name) => (
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

interface FormProps {
  form: keyof typeof CHOICES;
  descriptors: Draft['descriptors'];
  readOnly: boolean;
  onChange: (next: Partial<Draft['descriptors']>) => void;
  children: React.ReactNode;
}

/** A choice of a vocabulary, with the words beside it. */
function FormAndWords({ form, descriptors, readOnly, onChange, children }: FormProps) {
  const { t } = useTranslation('programme');
  // t('programme:eu.participationForm') t('programme:eu.supervisionForm') t('programme:eu.qualityAssuranceForm')
  // t('programme:eu.gradingForm') t('programme:eu.stackabilityForm')
  // t('programme:eu.forms.ONLINE') t('programme:eu.forms.ONSITE') t('programme:eu.forms.BLENDED')
  // t('programme:eu.forms.WORK_BASED') t('programme:eu.forms.VOLUNTEERING') t('programme:eu.forms.UNSUPERVISED')
  // t('programme:eu.forms.SUPERVISED_WITHOUT_ID') t('programme:eu.forms.SUPERVISED_ONLINE_WITH_ID')
  // t('programme:eu.forms.SUPERVISED_ONSITE_WITH_ID') t('programme:eu.forms.INTERNAL') t('programme:eu.forms.EXTERNAL')
  // t('programme:eu.forms.INTERNAL_AND_EXTERNAL') t('programme:eu.forms.ACCREDITED') t('programme:eu.forms.PASS')
  // t('programme:eu.forms.LEVEL_PER_CRITERION') t('programme:eu.forms.SCORE') t('programme:eu.forms.NONE')
  // t('programme:eu.forms.STAND_ALONE') t('programme:eu.forms.STACKABLE')
  // t('programme:eu.forms.STAND_ALONE_AND_STACKABLE')
  return (
    <>
      <Select
        label={t(`eu.${form}`)}
        data-field={`descriptors.${form}`}
        readOnly={readOnly}
        clearable
        placeholder={t('eu.notChosen')}
        data={CHOICES[form].map((each) => ({ value: each, label: t(`eu.forms.${each}`) }))}
        value={descriptors[form]}
        onChange={(value) => onChange({ [form]: value })}
      />
      {children}
    </>
  );
}
