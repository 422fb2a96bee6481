import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { Page, PageHeader } from '../../../components/page.js';
import { EmptyState } from '../../../components/states.js';
import { useViewer } from '../../../lib/viewer.js';
import { useAddress } from '../../../lib/use-address.js';
import { AchievementList } from './achievement-list.js';
import { CreateAchievementDialog } from './create-achievement-dialog.js';
import { FRAMEWORKS } from './programme-home.documents.js';
import styles from './programme-home-page.module.css';

/** Every achievement that HR works on; with nothing to stand on yet, the way to the first framework. */
export function ProgrammeHomePage() {
  const { t } = useTranslation('programme');
  const { may } = useViewer();
  const [dialog, setDialog] = useAddress('dialog');
  const frameworks = useQuery(FRAMEWORKS);
  const designs = may('achievement.design');
  const imports = may('framework.manage');
  const hasFramework = frameworks.data?.frameworks.some((framework) => framework.state === 'PUBLISHED') ?? true;
  const isNew = frameworks.data?.frameworks.length === 0;

  return (
    <Page title={t('home.title')}>
      <PageHeader
        title={t('home.title')}
        below={t('home.below')}
        acts={
          !isNew && (
            <>
              {imports && <LinkButton to="/programme/frameworks/import">{t('home.import')}</LinkButton>}
              {designs && (
                <Button variant="primary" size="large" disabled={!hasFramework} onClick={() => setDialog('new')}>
                  {t('home.create')}
                </Button>
              )}
            </>
          )
        }
      />
      {isNew ? (
        <div className={styles.start}>
          <EmptyState
            title={t('home.start.title')}
            act={
              imports && (
                <LinkButton variant="primary" size="large" to="/programme/frameworks/import">
                  {t('home.import')}
                </LinkButton>
              )
            }
          >
            {imports ? t('home.start.body') : t('home.start.ask')}
          </EmptyState>
        </div>
      ) : (
        <AchievementList onCreate={designs && hasFramework ? () => setDialog('new') : undefined} />
      )}
      {dialog === 'new' && <CreateAchievementDialog onClose={() => setDialog('')} />}
    </Page>
  );
}
