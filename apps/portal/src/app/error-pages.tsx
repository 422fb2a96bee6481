import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Button, LinkButton } from '../components/button.js';
import { Page } from '../components/page.js';
import { EmptyState, ErrorState } from '../components/states.js';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFound.title')} width="reading">
      <EmptyState alone title={t('notFound.title')} act={<LinkButton to="/">{t('notFound.home')}</LinkButton>}>
        {t('notFound.body')}
      </EmptyState>
    </Page>
  );
}

/** A page broke while it was drawn. What was saved is on the server. */
export function RouteError() {
  const { t } = useTranslation('shell');
  const error = useRouteError();
  console.error(error);
  return (
    <Page title={t('broken.title')} width="reading">
      <ErrorState
        alone
        title={t('broken.title')}
        act={<Button onClick={() => location.reload()}>{t('broken.reload')}</Button>}
      >
        {t('broken.body')}
      </ErrorState>
    </Page>
  );
}
