import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { EmptyState } from '../../components/states.js';
import { AskForm } from './ask-form.js';
import styles from './insights.module.css';
import { TeamAnswer } from './team-answer.js';
import { useAsking } from './use-asking.js';
import { WhoCanAnswer } from './who-can-answer.js';

/** Who can do something, by what is verified: a question whose words stand in the address. */
export function AskPage() {
  const { t } = useTranslation('insights');
  const asking = useAsking();
  return (
    <Page title={t('places.ask')}>
      <PageHeader title={t('ask.title')} below={t('ask.below')} />
      <div className={styles.work}>
        <AskForm asking={asking} />
        {asking.needs.length === 0 ? (
          <EmptyState title={t('ask.start')}>{t('ask.startBody')}</EmptyState>
        ) : (
          <>
            <div className={styles.choice}>
              <SegmentedChoice
                label={t('ask.view')}
                value={asking.view}
                options={[
                  { value: 'people', label: t('ask.people') },
                  { value: 'team', label: t('ask.team') },
                ]}
                onChange={(view) => asking.set('view', view === 'team' ? 'team' : '')}
              />
            </div>
            {asking.view === 'team' ? <TeamAnswer asking={asking} /> : <WhoCanAnswer asking={asking} />}
          </>
        )}
      </div>
    </Page>
  );
}
