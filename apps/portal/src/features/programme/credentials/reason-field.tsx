import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Why, as the holder of the badge reads it. */
export function ReasonField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('credentials');
  return (
    <Textarea
      label={t('dialog.reason')}
      description={t('dialog.reasonHint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={1_000}
      autosize
      minRows={2}
      required
    />
  );
}
