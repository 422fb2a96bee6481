import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { Page } from '../../components/page.js';
import { EmptyState } from '../../components/states.js';
import { usePlaces } from './places.js';

/** The first place that this person may enter. */
export function AdministrationStart() {
  const { t } = useTranslation('administration');
  const [first] = usePlaces();
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('title')} width="reading">
      <EmptyState title={t('closed.title')}>{t('closed.body')}</EmptyState>
    </Page>
  );
}
