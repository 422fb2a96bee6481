import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../lib/graphql.js';
import type { FRAMEWORK_FORMATS } from './import.documents.js';
import type { FormatKind } from './import-form.js';
import styles from './import.module.css';

export type FrameworkFormat = ResultOf<typeof FRAMEWORK_FORMATS>['frameworkFormats'][number];

interface Props {
  formats: readonly FrameworkFormat[];
  kind: FormatKind | null;
  error: string | null;
  onChoose: (format: FrameworkFormat) => void;
}

/** Which form the files have; each in a sentence, so that nobody has to know its name. */
export function FormatChoice({ formats, kind, error, onChoose }: Props) {
  const { t } = useTranslation('programme');
  const choose = (value: string) => {
    const format = formats.find((each) => each.kind === value);
    if (format) onChoose(format);
  };
  return (
    <Radio.Group
      label={t('import.format')}
      // The heading above says the same to whoever sees it.
      labelProps={{ className: 'visually-hidden' }}
      value={kind ?? ''}
      error={error}
      onChange={choose}
      className={styles.formats}
    >
      {formats.map((format) => (
        <Radio key={format.kind} value={format.kind} label={format.title} description={format.about} />
      ))}
    </Radio.Group>
  );
}
