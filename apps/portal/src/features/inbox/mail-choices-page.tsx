import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Page, PageHeader } from '../../components/page.js';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { useToast } from '../../components/toast.js';
import { useResultMutation } from '../../lib/result.js';
import { PREFERENCES, SET_RHYTHM, type Preference } from './inbox.documents.js';
import styles from './mail-choices-page.module.css';

type Rhythm = Preference['rhythm'];
const RHYTHMS: readonly Rhythm[] = ['NOW', 'DAILY', 'WEEKLY', 'OFF'];

/** How soon one is told by mail, topic by topic. Whatever is chosen, the inbox has everything. */
export function MailChoicesPage() {
  const { t } = useTranslation('inbox');
  const { data, error, refetch } = useQuery(PREFERENCES);
  return (
    <Page title={t('mail.title')} width="reading">
      <PageHeader title={t('mail.title')} below={t('mail.lead')} />
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={7} height={64} />}
      {data && (
        <p className={styles.when}>
          {t('mail.digests', {
            time: `${String(data.digestTime.hour).padStart(2, '0')}:00`,
            zone: data.digestTime.timeZone,
          })}
        </p>
      )}
      {data && (
        <ul>
          {data.notificationPreferences.map((preference) => (
            <Topic key={preference.topic} preference={preference} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Topic({ preference: { topic, rhythm } }: { preference: Preference }) {
  const { t } = useTranslation('inbox');
  const toast = useToast();
  const [choose, { loading, failed }] = useResultMutation(SET_RHYTHM, { refetch: ['NotificationPreferences'] });
  // t('inbox:topic.SUBMISSIONS.title') t('inbox:topic.SUBMISSIONS.body') t('inbox:topic.BADGES.title')
  // t('inbox:topic.BADGES.body') t('inbox:topic.EVIDENCE.title') t('inbox:topic.EVIDENCE.body')
  // t('inbox:topic.COURSES.title') t('inbox:topic.COURSES.body') t('inbox:topic.REVIEWS.title')
  // t('inbox:topic.REVIEWS.body') t('inbox:topic.LEADING.title') t('inbox:topic.LEADING.body')
  // t('inbox:topic.PROGRAMME.title') t('inbox:topic.PROGRAMME.body') t('inbox:topic.ACCESS.title') t('inbox:topic.ACCESS.body')
  // t('inbox:topic.REPORTS.title') t('inbox:topic.REPORTS.body') t('inbox:topic.GOALS.title') t('inbox:topic.GOALS.body')
  // t('inbox:topic.TEAM.title') t('inbox:topic.TEAM.body')
  // t('inbox:rhythm.NOW') t('inbox:rhythm.DAILY') t('inbox:rhythm.WEEKLY') t('inbox:rhythm.OFF')
  const title = t(`topic.${topic}.title`);
  const set = async (chosen: Rhythm) => {
    const { ok } = await choose({ topic, rhythm: chosen });
    if (ok) toast(t('mail.chosen', { title, rhythm: t(`rhythm.${chosen}`) }));
  };
  return (
    <li className={styles.topic}>
      <span className={styles.words}>
        <strong>{title}</strong>
        <span>{t(`topic.${topic}.body`)}</span>
      </span>
      <SegmentedChoice
        label={title}
        options={RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
        value={rhythm}
        disabled={loading}
        onChange={(chosen) => void set(chosen)}
      />
      {failed && <RefusalNote>{t('mail.unreached')}</RefusalNote>}
    </li>
  );
}
