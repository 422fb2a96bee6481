import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page, PageHeader } from '../../../components/page.js';
import { ErrorState, LoadingRows } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import styles from '../quality.module.css';
import { EXEMPLAR } from './calibration.documents.js';
import { ExemplarForm } from './exemplar-form.js';
import { ExemplarWork } from './exemplar-work.js';
import { LiveUse } from './live-use.js';
import { WorthForm } from './worth-form.js';

/** One exemplar: its work, and what it is worth once two people say so. */
export function ExemplarPage() {
  const { t } = useTranslation('quality');
  const { exemplarId = '' } = useParams();
  const { data, error, refetch } = useQuery(EXEMPLAR, { variables: { id: exemplarId } });
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={8} />;
  const { exemplar } = data;
  if (!exemplar)
    return (
      <ErrorState alone title={t('exemplar.gone')}>
        {t('calibration.goneBody')}
      </ErrorState>
    );
  return (
    <Page title={exemplar.title} record={exemplar.id}>
      <PageHeader
        title={exemplar.title}
        above={<TextLink to="/reviews/calibration">{t('calibration.title')}</TextLink>}
        below={exemplar.version.name}
      />
      <div className={styles.beside}>
        <LiveUse obstacles={exemplar.liveObstacles} />
      </div>
      <div className={styles.two}>
        <WorthForm exemplar={exemplar} />
        {exemplar.viewerCan.includes('edit') ? (
          <ExemplarForm key={exemplar.id} exemplar={exemplar} />
        ) : (
          <ExemplarWork exemplar={exemplar} />
        )}
      </div>
    </Page>
  );
}
