import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { useViewer } from '../../../lib/viewer.js';
import { FrameworkList } from './framework-list.js';
import { FRAMEWORKS } from './programme-home.documents.js';

// t('frameworks:scales.short') t('frameworks:waiting.title')

/** Every framework version that this person may see. */
export function FrameworksPage() {
  const { t } = useTranslation('programme');
  const keeping = useTranslation('frameworks').t;
  const { may } = useViewer();
  const { data, error, refetch } = useQuery(FRAMEWORKS);
  return (
    <Page title={t('frameworks.title')}>
      <PageHeader
        title={t('frameworks.title')}
        below={t('frameworks.below')}
        acts={
          <>
            <LinkButton to="/programme/frameworks/waiting">{keeping('waiting.title')}</LinkButton>
            <LinkButton to="/programme/frameworks/scales">{keeping('scales.short')}</LinkButton>
            {may('framework.manage') && (
              <LinkButton variant="primary" size="large" to="/programme/frameworks/import">
                {t('home.import')}
              </LinkButton>
            )}
          </>
        }
      />
      <FrameworkList frameworks={data?.frameworks} error={error} retry={refetch} />
    </Page>
  );
}
