import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import styles from './dialogs.module.css';
import type { StepKind } from './lattice.documents.js';

interface Props {
  kind: StepKind;
  onKind: (kind: StepKind) => void;
  note: string;
  onNote: (note: string) => void;
}

/** What kind of step it is, and a word about it. */
export function StepFields({ kind, onKind, note, onNote }: Props) {
  const { t } = useTranslation('roles');
  // t('roles:kindHint.LADDER') t('roles:kindHint.LATERAL') t('roles:kindHint.BRANCH')
  return (
    <>
      <SegmentedChoice
        label={t('stepKind')}
        hideLabel={false}
        options={[
          { value: 'LATERAL', label: t('kind.LATERAL') },
          { value: 'LADDER', label: t('kind.LADDER') },
          { value: 'BRANCH', label: t('kind.BRANCH') },
        ]}
        value={kind}
        onChange={onKind}
      />
      <p className={styles.hint}>{t(`kindHint.${kind}`)}</p>
      <TextInput
        label={t('stepNote')}
        description={t('stepNoteHint')}
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
        maxLength={500}
      />
    </>
  );
}
