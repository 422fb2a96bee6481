import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../components/text-link.js';
import { PageHeader } from '../../../components/page.js';
import { Note } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import styles from '../settled.module.css';
import type { APPEAL } from './appeals.documents.js';
import { useAppealWords } from './use-appeal-words.js';

type Appeal = NonNullable<ResultOf<typeof APPEAL>['appeal']>;

/** What is objected to, and until when it is answered. */
export function AppealHead({ appeal }: { appeal: Appeal }) {
  const { t } = useTranslation('reviews');
  const words = useAppealWords();
  const { day } = useFormat();
  const when = appeal.decidedAt ? day(appeal.decidedAt) : t('appeals.due', { day: day(appeal.dueAt) });
  return (
    <PageHeader
      title={appeal.case?.achievementVersion?.name ?? t('appeals.title')}
      above={
        <>
          <TextLink to="/reviews/appeals">{t('appeals.title')}</TextLink>
          <span>{appeal.case?.candidateCode}</span>
        </>
      }
      below={`${words.state(appeal.state)} · ${when}`}
    />
  );
}

/** The candidate's words, and the answer where there is one. */
export function AppealWords({ appeal }: { appeal: Appeal }) {
  const { t } = useTranslation('reviews');
  const words = useAppealWords();
  const { day } = useFormat();
  const waits = appeal.decidedAt === null && !appeal.viewerCan.some((act) => act === 'check' || act === 'decide');
  return (
    <div className={styles.statement}>
      <p className={styles.quiet}>
        {words.grounds(appeal.grounds)}, {day(appeal.lodgedAt)}
      </p>
      <blockquote className={styles.quote}>{appeal.statement}</blockquote>
      {appeal.answer && (
        <>
          <p className={styles.quiet}>{t('appeals.answer')}</p>
          <blockquote className={styles.quote}>{appeal.answer}</blockquote>
        </>
      )}
      {waits && <Note>{t('appeals.notYours')}</Note>}
    </div>
  );
}
