import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingRows, RefusalNote } from '../../../components/states.js';
import { CERTIFICATE_PREVIEW, type CertificateInput } from './certificate.documents.js';
import { pictureAddress } from './use-preview.js';
import styles from './studio.module.css';

/** The page as it would come out of the printer, a moment after the last change. */
export function CertificatePreview({ input }: { input: CertificateInput }) {
  const { t } = useTranslation('studio');
  const [settled] = useDebouncedValue(JSON.stringify(input), 400);
  const asked = useMemo(() => JSON.parse(settled) as CertificateInput, [settled]);
  const { data, previousData, error, refetch } = useQuery(CERTIFICATE_PREVIEW, {
    variables: { input: asked },
    fetchPolicy: 'no-cache',
  });
  const preview = (data ?? previousData)?.certificatePreview;
  const svg = preview?.svg ?? previousData?.certificatePreview.svg;
  if (error && !preview) return <ErrorState onRetry={() => void refetch()} />;
  if (!preview) return <LoadingRows />;
  return (
    <section aria-label={t('certificate.preview')}>
      {preview.problems.length > 0 && <RefusalNote>{preview.problems.join(' ')}</RefusalNote>}
      {svg && <img className={styles.sheet} src={pictureAddress(svg)} alt={t('certificate.previewAlt')} />}
      <p className={styles.hint}>{t('certificate.previewNote')}</p>
    </section>
  );
}
