import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BadgeImage } from '../../components/badge-image.js';
import { LinkButton } from '../../components/button.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { OWN_COHORT } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { PlaceWord } from './place-word.js';

/** The cohort that one is in: what is earned on the way, and how far one is. */
export function OwnCohortPage() {
  const { t } = useTranslation('cohorts');
  const { date } = useFormat();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(OWN_COHORT, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const it = data?.cohort;
  if (!it)
    return (
      <Page title={t('own.title')} width="reading">
        {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
        {!error && !data && <LoadingRows />}
        {data && (
          <EmptyState alone title={t('gone.title')} act={<LinkButton to="/growth">{t('own.home')}</LinkButton>}>
            {t('own.goneBody')}
          </EmptyState>
        )}
      </Page>
    );
  const { programme } = it;
  return (
    <Page title={programme?.name ?? it.name} width="reading" record={it.id}>
      <PageHeader
        title={programme?.name ?? it.name}
        above={<TextLink to="/growth">{t('own.home')}</TextLink>}
        below={`${it.name}, ${date(it.startsOn)} – ${date(it.endsOn)}`}
      />
      {programme?.summary && <p className={styles.words}>{programme.summary}</p>}
      <Section title={t('own.way')} voice="record">
        <ul className={styles.way}>
          {programme?.achievements.map((each) => {
            const place = it.myPlaces.find(({ achievementId }) => achievementId === each.achievementId);
            return (
              <li key={each.id}>
                <BadgeImage url={each.badgeUrl} name={each.name} size={40} />
                <Link to={`/growth/achievements/${each.id}`} className={styles.name}>
                  {each.name}
                </Link>
                {place && <PlaceWord state={place.state} />}
              </li>
            );
          })}
        </ul>
      </Section>
      {programme?.lead && (
        <p className={styles.hint}>
          {t('own.ask')}{' '}
          <TextLink to={`/growth/colleagues/${programme.lead.id}`}>{programme.lead.displayName}</TextLink>
        </p>
      )}
    </Page>
  );
}
