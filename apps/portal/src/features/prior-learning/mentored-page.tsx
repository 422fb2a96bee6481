import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { LinkButton } from '../../components/button.js';
import { EvidenceKindWord, EvidenceLetter } from '../../components/evidence-kind.js';
import { MentorNotes } from '../../components/mentor-notes.js';
import { Page, PageHeader, Section, WithRail } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { MENTORED } from './prior-learning.documents.js';
import styles from './prior-learning.module.css';

/** A draft that one helps with: what is claimed, what shows it and how. Files stay with their owner. */
export function MentoredPage() {
  const { t } = useTranslation(['prior-learning', 'shell']);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(MENTORED, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const draft = data?.mentoredSubmission;
  if (error && !data) return <ErrorState alone onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={6} height={72} />;
  if (!draft)
    return (
      <EmptyState
        alone
        title={t('mentored.goneTitle')}
        act={<LinkButton to="/growth/asked">{t('mentored.back')}</LinkButton>}
      >
        {t('mentored.goneBody')}
      </EmptyState>
    );
  const title = t('mentored.title', { name: draft.person.displayName, achievement: draft.achievementVersion.name });
  return (
    <Page title={title} width="reading" record={draft.id}>
      <PageHeader
        title={title}
        above={<TextLink to="/growth/asked">{t('shell:growth.asked')}</TextLink>}
        below={t('mentored.lead')}
      />
      <WithRail rail={<MentorNotes submissionId={draft.id} asMentor />}>
        {draft.criteria.map(({ number, criterion, claimedLevel, notEvidenced, links }) => (
          <Section
            key={criterion.id}
            title={`${number} ${criterion.title}`}
            voice="record"
            aside={claimedLevel === null ? null : t('mentored.claims', { level: claimedLevel })}
          >
            <div className={styles.shown}>
              {criterion.description && <p className={styles.quiet}>{criterion.description}</p>}
              {notEvidenced && <p>{t('mentored.notEvidenced')}</p>}
              {links.length === 0 && !notEvidenced && <p>{t('mentored.nothing')}</p>}
              <ul className={styles.list}>
                {links.map(({ letter, reflection, item }) => (
                  <li key={letter}>
                    <p>
                      <EvidenceLetter letter={letter} /> <b>{item.title}</b> <EvidenceKindWord kind={item.kind} />
                    </p>
                    {item.text && <p className={styles.words}>{item.text}</p>}
                    {item.url && <p className={styles.quiet}>{item.url}</p>}
                    <p>{reflection || t('mentored.noReflection')}</p>
                  </li>
                ))}
              </ul>
            </div>
          </Section>
        ))}
      </WithRail>
    </Page>
  );
}
