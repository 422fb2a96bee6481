import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useResultMutation } from '../../lib/result.js';
import { CHANGE_COHORT, CREATE_COHORT } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { FormActs } from './form-acts.js';

interface Props {
  /** Of the programme in which it begins. */
  programmeId?: string;
  of?: { id: string; name: string; startsOn: string; endsOn: string };
  onClose: () => void;
}

/** The name and the dates of a cohort. */
export function CohortDialog({ programmeId = '', of, onClose }: Props) {
  const { t } = useTranslation('cohorts');
  const navigate = useNavigate();
  const [given, setGiven] = useState({ name: of?.name ?? '', startsOn: of?.startsOn ?? '', endsOn: of?.endsOn ?? '' });
  const [create, creating] = useResultMutation(CREATE_COHORT, { refetch: ['Programmes'] });
  const [change, changing] = useResultMutation(CHANGE_COHORT, { refetch: ['CohortBoard'] });
  const { loading, refusal, failed } = of ? changing : creating;
  const ready = Object.values(given).every((each) => each.trim() !== '');
  const save = async () => {
    const { ok } = of ? await change({ id: of.id, input: given }) : await create({ programmeId, input: given });
    if (!ok) return;
    onClose();
    if (!of) void navigate(`/programme/cohorts/${ok.id}`);
  };
  const field = (name: keyof typeof given, type: 'text' | 'date') => (
    // t('cohorts:cohort.name') t('cohorts:cohort.startsOn') t('cohorts:cohort.endsOn')
    <TextInput
      label={t(`cohort.${name}`)}
      type={type}
      value={given[name]}
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
      maxLength={120}
      required
      data-autofocus={name === 'name' || undefined}
    />
  );
  // t('cohorts:cohort.editTitle') t('cohorts:cohort.create')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(of ? 'cohort.editTitle' : 'cohort.create')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
      >
        {field('name', 'text')}
        <div className={styles.pair}>
          {field('startsOn', 'date')}
          {field('endsOn', 'date')}
        </div>
        <FormActs
          act={t('save')}
          onClose={onClose}
          busy={loading}
          disabled={!ready}
          refusal={refusal}
          failed={failed}
        />
      </form>
    </Modal>
  );
}
