import { useQuery } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button.js';
import { FileDrop } from '../../components/file-drop.js';
import { type Choice, SearchSelect } from '../../components/search-select.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { useColleagues } from '../../lib/use-colleagues.js';
import { ENROL, ENROLMENT_PREVIEW, UNIT_CHOICES } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { EnrolmentRows } from './enrolment-rows.js';
import { FormActs } from './form-acts.js';

const MOST_BYTES = 250_000;

/** Enrols people that are picked, a unit, or those a file names; what would happen stands there before. */
export function EnrolDialog({ cohortId, onClose }: { cohortId: string; onClose: () => void }) {
  const { t } = useTranslation('cohorts');
  const toast = useToast();
  const [way, setWay] = useState<'people' | 'unit' | 'file'>('people');
  const [people, setPeople] = useState<Choice[]>([]);
  const [unit, setUnit] = useState<Choice | null>(null);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [enrol, { loading, refusal, failed, clear }] = useResultMutation(ENROL, { refetch: ['CohortBoard'] });
  const input = {
    cohortId,
    personIds: way === 'people' ? people.map(({ value }) => value) : null,
    unitId: way === 'unit' ? (unit?.value ?? null) : null,
    file: way === 'file' ? (file?.text ?? null) : null,
  };
  const named = way === 'people' ? people.length > 0 : way === 'unit' ? unit !== null : file !== null;
  const { data, error } = useQuery(ENROLMENT_PREVIEW, { variables: { input }, skip: !named, fetchPolicy: 'no-cache' });
  const preview = named ? (data?.enrolmentPreview ?? null) : null;
  const ready = preview !== null && preview.problem === null && preview.errors === 0 && preview.enrol > 0;
  const take = async ([first]: File[]) => {
    clear();
    setTooLarge((first?.size ?? 0) > MOST_BYTES);
    if (first && first.size <= MOST_BYTES) setFile({ name: first.name, text: await first.text() });
  };
  const save = async () => {
    const { ok } = await enrol({ input });
    if (!ok) return;
    toast(t('enrol.done', { count: preview?.enrol ?? 0 }));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t('enrol.title')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
      >
        <SegmentedChoice
          label={t('enrol.how')}
          options={[
            { value: 'people', label: t('enrol.people') },
            { value: 'unit', label: t('enrol.unit') },
            { value: 'file', label: t('enrol.file') },
          ]}
          value={way}
          onChange={(next) => {
            clear();
            setWay(next as typeof way);
          }}
        />
        {way === 'people' && <PickPeople of={people} onChange={setPeople} />}
        {way === 'unit' && <PickUnit value={unit} onChange={setUnit} />}
        {way === 'file' && (
          <>
            <FileDrop
              accept=".csv,.txt,text/csv"
              multiple={false}
              hint={file ? t('enrol.chosen', { name: file.name }) : t('enrol.fileHint')}
              onFiles={(files) => void take(files)}
            />
            {tooLarge && <p role="alert">{t('enrol.tooLarge')}</p>}
          </>
        )}
        {preview && <EnrolmentRows of={preview} counted={way === 'file'} />}
        <FormActs
          act={preview && preview.enrol > 0 ? t('enrol.act', { count: preview.enrol }) : t('enrol.title')}
          onClose={onClose}
          busy={loading}
          disabled={!ready}
          refusal={refusal}
          failed={failed ?? error ?? null}
        />
      </form>
    </Modal>
  );
}

function PickPeople({ of, onChange }: { of: Choice[]; onChange: (next: Choice[]) => void }) {
  const { t } = useTranslation('cohorts');
  const { found, onSearch } = useColleagues();
  return (
    <div>
      <SearchSelect
        key={of.length}
        label={t('enrol.who')}
        value={null}
        found={found.filter(({ value }) => !of.some((each) => each.value === value))}
        onSearch={onSearch}
        onChange={(choice) => choice && onChange([...of, choice])}
        nothingFoundMessage={t('enrol.nobody')}
        data-autofocus
      />
      <ul className={styles.chosen}>
        {of.map((each) => (
          <li key={each.value}>
            {each.label}
            <IconButton
              label={t('programme.without', { name: each.label })}
              onClick={() => onChange(of.filter(({ value }) => value !== each.value))}
            >
              <IconX size={16} stroke={1.6} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PickUnit({ value, onChange }: { value: Choice | null; onChange: (next: Choice | null) => void }) {
  const { t } = useTranslation('cohorts');
  const [words, setWords] = useState('');
  const { data, previousData } = useQuery(UNIT_CHOICES, { variables: { search: words || null } });
  const found = ((data ?? previousData)?.orgUnits ?? []).slice(0, 50).map(({ id, name, headcount }) => ({
    ...{ value: id, label: name, hint: t('enrol.headcount', { count: headcount }) },
  }));
  return (
    <SearchSelect
      label={t('enrol.which')}
      description={t('enrol.whichHint')}
      value={value}
      found={found}
      onSearch={setWords}
      onChange={onChange}
    />
  );
}
