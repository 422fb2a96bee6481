import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../components/states.js';
import type { WorkCriterion } from '../submission.types.js';

interface Props {
  asked: NonNullable<WorkCriterion['askedAgain']>;
  /** Whether anything is linked at all; without it there is nothing to explain. */
  linked: boolean;
  onWrite: (text: string) => void;
}

/** Not met the last time: something new, or why the same evidence shows it now. */
export function AskedAgain({ asked, linked, onWrite }: Props) {
  const { t } = useTranslation('submissions');
  // What stands in the field is the person's; the answer of a save never writes over it.
  const [text, setText] = useState(asked.sameBecause);
  if (asked.bringsNew) return <Note>{t('again.new')}</Note>;
  return (
    <>
      <Note tone="amber">{t('again.asked')}</Note>
      {linked && (
        <Textarea
          data-field="same"
          my="sm"
          label={t('again.same')}
          description={t('again.sameHint')}
          autosize
          minRows={2}
          maxLength={5_000}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onWrite(event.currentTarget.value);
          }}
        />
      )}
    </>
  );
}
