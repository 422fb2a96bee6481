import { useTranslation } from 'react-i18next';
import styles from './courses.module.css';

interface Catalogue {
  name: string;
  licence: string;
  attribution: string;
  sourceUrl: string | null;
}

/** Where the entry came from, as its publisher asks to be named. */
export function CatalogueNote({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation('courses');
  const { name, attribution, licence, sourceUrl } = catalogue;
  return (
    <p className={styles.foot}>
      {t('catalogue.from', { name })} {attribution && `${attribution}. `}
      {licence && t('catalogue.licence', { licence })}{' '}
      {sourceUrl && (
        <a href={sourceUrl} target="_blank" rel="noreferrer noopener">
          {t('catalogue.source')}
        </a>
      )}
    </p>
  );
}
