import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import styles from '../courses.module.css';
import type { CourseImport } from './import.documents.js';
import { usePreviewAgain } from './use-preview-again.js';

const FIELDS = ['name', 'licence', 'attribution', 'sourceUrl'] as const;

/** Where the courses come from and what has to be said of it; shown beside each of them. */
export function CatalogueFields({ found }: { found: CourseImport }) {
  const { t } = useTranslation('courses');
  const before = {
    name: found.catalogue?.name ?? '',
    licence: found.catalogue?.licence ?? '',
    attribution: found.catalogue?.attribution ?? '',
    sourceUrl: found.catalogue?.sourceUrl ?? '',
  };
  const [source, setSource] = useState(before);
  const [again, { loading, refusal, failed }] = usePreviewAgain(found);
  const changed = FIELDS.some((field) => source[field] !== before[field]);
  const empty = FIELDS.every((field) => source[field].trim() === '');
  // t('courses:catalogue.field.name') t('courses:catalogue.field.licence') t('courses:catalogue.field.attribution')
  // t('courses:catalogue.field.sourceUrl')
  return (
    <Section
      title={t('catalogue.title')}
      aside={
        <Button
          size="small"
          busy={loading}
          disabled={!changed}
          onClick={() => void again({ catalogue: empty ? null : source })}
        >
          {t('import.again')}
        </Button>
      }
    >
      <div className={styles.two}>
        {FIELDS.map((field) => (
          <TextInput
            key={field}
            label={t(`catalogue.field.${field}`)}
            value={source[field]}
            onChange={(event) => setSource({ ...source, [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </Section>
  );
}
