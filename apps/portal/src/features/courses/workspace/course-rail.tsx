import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { KeyValues } from '../../../components/key-values.js';
import { Section } from '../../../components/page.js';
import styles from '../courses.module.css';
import { CatalogueNote } from '../catalogue-note.js';
import { ProviderName } from '../provider-name.js';
import { RatingFigures } from '../rating-figures.js';
import type { KeptCourse } from './course.documents.js';
import { ProviderDialog } from './provider-dialog.js';

/** Who gives it and whether we trust them, what people say, and where the entry came from. */
export function CourseRail({ course }: { course: KeptCourse }) {
  const { t } = useTranslation('courses');
  const [editing, edit] = useState(false);
  const { provider, rating, comments } = course;
  return (
    <div className={styles.facts}>
      {provider && (
        <Section
          title={t('field.provider')}
          aside={
            provider.viewerCan.includes('edit') && (
              <Button variant="quiet" size="small" onClick={() => edit(true)}>
                {t('provider.edit')}
              </Button>
            )
          }
        >
          <p>
            <ProviderName provider={provider} />
          </p>
          <Provider provider={provider} />
        </Section>
      )}
      <Section title={t('rating.title')}>
        <RatingFigures rating={rating} />
        {comments.length > 0 && (
          <ul className={styles.rows}>
            {comments.map((comment, at) => (
              <li key={at}>{comment}</li>
            ))}
          </ul>
        )}
      </Section>
      {course.catalogue && <CatalogueNote catalogue={course.catalogue} />}
      {editing && provider && <ProviderDialog provider={provider} onClose={() => edit(false)} />}
    </div>
  );
}

function Provider({ provider }: { provider: NonNullable<KeptCourse['provider']> }) {
  const { t, i18n } = useTranslation('courses');
  const country = provider.country && new Intl.DisplayNames([i18n.language], { type: 'region' }).of(provider.country);
  // t('courses:kind.OWN') t('courses:kind.UNIVERSITY') t('courses:kind.TRAINING_COMPANY')
  // t('courses:kind.PROFESSIONAL_BODY') t('courses:kind.PLATFORM') t('courses:kind.OTHER')
  const items = [
    { name: t('provider.kind'), value: t(`kind.${provider.kind}`) },
    { name: t('provider.land'), value: country },
    {
      name: t('provider.website'),
      value: provider.website && (
        <a href={provider.website} target="_blank" rel="noreferrer noopener">
          {provider.website.replace(/^https?:\/\//, '')}
        </a>
      ),
    },
    { name: t('provider.trusted'), value: t(`trust.${provider.trust}`) },
    { name: t('provider.trustReason'), value: provider.trustReason },
    { name: t('provider.qualityAssurance'), value: provider.qualityAssurance },
  ];
  return <KeyValues items={items.filter(({ value }) => Boolean(value))} />;
}
