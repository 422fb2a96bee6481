import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../components/button.js';
import { Page } from '../../components/page.js';
import { EmptyState } from '../../components/states.js';

/** An address that names no figure. */
export function NotThere() {
  const { t } = useTranslation('insights');
  return (
    <Page title={t('title')} width="reading">
      <EmptyState alone title={t('notThere')} act={<LinkButton to="/insights">{t('back')}</LinkButton>} />
    </Page>
  );
}
