import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page, PageHeader } from '../../../components/page.js';
import { Tabs } from '../../../components/tabs.js';
import { CertificatePart } from './certificate-part.js';
import { KitPart } from './kit-part.js';
import { TemplatesPart } from './templates-part.js';

/** How everything that people earn looks: the brand kit, templates of badges, and the certificate. */
export function StudioPage() {
  const { t } = useTranslation('studio');
  const { part } = useParams();
  return (
    <Page title={t('title')}>
      <PageHeader
        title={t('title')}
        below={t('below')}
        tabs={
          <Tabs
            label={t('parts.label')}
            tabs={[
              { to: '/programme/badges', label: t('parts.kit'), end: true },
              { to: '/programme/badges/templates', label: t('parts.templates') },
              { to: '/programme/badges/certificate', label: t('parts.certificate') },
            ]}
          />
        }
      />
      {part === 'templates' ? <TemplatesPart /> : part === 'certificate' ? <CertificatePart /> : <KitPart />}
    </Page>
  );
}
