import { useTranslation } from 'react-i18next';
import { Navigate, useNavigation } from 'react-router';
import { Page } from '../../components/page.js';
import { EmptyState, LoadingRows } from '../../components/states.js';
import { usePlaces } from './places.js';
import { useSetup } from './use-setup.js';

/** The first place that this person may enter; what is still to be set up comes before all. */
export function AdministrationStart() {
  const { t } = useTranslation('administration');
  const { steps, error } = useSetup();
  const [first] = usePlaces();
  const isStaying = useNavigation().state === 'idle';
  // Whoever went on while this was asked is on the way to a place of their own choice.
  if ((!steps && !error) || !isStaying) return <LoadingRows rows={6} />;
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('title')} width="reading">
      <EmptyState title={t('closed.title')}>{t('closed.body')}</EmptyState>
    </Page>
  );
}
