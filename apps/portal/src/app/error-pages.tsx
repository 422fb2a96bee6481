import { useEffect } from 'react';
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
  const outdated = isGonePart(error) && !reloadedJustNow();
  useEffect(() => {
    if (outdated) reloadOnce();
    else console.error(error);
  }, [outdated, error]);
  if (outdated) return null;
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

const RELOADED_AT = 'assay-reloaded-at';
const JUST_NOW_MS = 10_000;

/**
 * After an update the parts of the old version are no longer served: the page that is open asks for one and gets none.
 * Loading it anew is all it takes; once, so that a part that is really missing is told.
 */
function isGonePart(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);
}

function reloadedJustNow(): boolean {
  return Date.now() - Number(sessionStorage.getItem(RELOADED_AT) ?? 0) < JUST_NOW_MS;
}

function reloadOnce(): void {
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  location.reload();
}
