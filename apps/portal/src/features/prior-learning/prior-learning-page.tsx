import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page, PageHeader, Section } from '../../components/page.js';
import { SearchSelect } from '../../components/search-select.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { NameLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { MY_PRIOR_LEARNING, SCREEN_CHOICES } from './prior-learning.documents.js';
import styles from './prior-learning.module.css';

/** What one could before: look for oneself, document it, and have it assessed by the same rubric. */
export function PriorLearningPage() {
  const { t } = useTranslation('prior-learning');
  const format = useFormat();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const { data, error, refetch } = useQuery(MY_PRIOR_LEARNING, { fetchPolicy: 'cache-and-network' });
  const choices = useQuery(SCREEN_CHOICES, { variables: { search: words || null } });
  const offered = (choices.data ?? choices.previousData)?.achievements.edges
    .map(({ node }) => node)
    .filter(({ state, route }) => state === 'PUBLISHED' && route !== 'STACK' && route !== 'COMPLETION');
  return (
    <Page title={t('title')} width="reading">
      <PageHeader title={t('title')} below={t('lead')} />
      <div className={styles.choose}>
        <SearchSelect
          label={t('choose')}
          description={t('chooseHint')}
          value={null}
          found={(offered ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onSearch={setWords}
          onChange={(choice) => choice && void navigate(`/growth/prior-learning/${choice.value}`)}
        />
      </div>
      <Section title={t('mine')}>
        {error && !data && <ErrorState onRetry={() => void refetch()} />}
        {!data && !error && <LoadingRows rows={3} height={56} />}
        {data?.myPriorLearningScreens.length === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>}
        <ul className={styles.list}>
          {data?.myPriorLearningScreens.map((screen) => (
            <li key={screen.achievementVersionId}>
              <NameLink to={`/growth/prior-learning/${screen.achievementVersionId}`}>
                {screen.achievementVersion?.name ?? t('title')}
              </NameLink>
              <p className={styles.quiet}>
                {t('said', {
                  yes: screen.answers.filter(({ stance }) => stance === 'YES').length,
                  count: screen.achievementVersion?.outcomes.length ?? 0,
                })}{' '}
                · {format.day(screen.savedAt)}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
