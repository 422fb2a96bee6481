import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { StatusWord } from '../../components/chip.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import styles from './exemplar-consents-page.module.css';
import { ANSWER_CONSENT, type Consent, EXEMPLAR_CONSENTS } from './exemplar-consents.documents.js';

/** Whether one's own work may stand in for live work. Said plainly, asked once, changed at any time. */
export function ExemplarConsentsPage() {
  const { t } = useTranslation('evidence');
  const { data, error, refetch } = useQuery(EXEMPLAR_CONSENTS, { fetchPolicy: 'cache-and-network' });
  const consents = data?.myExemplarConsents;
  return (
    <Page title={t('consent.title')} width="reading">
      <PageHeader title={t('consent.title')} above={<TextLink to="/growth/evidence">{t('title')}</TextLink>} />
      <div className={styles.page}>
        <section className={styles.told} aria-label={t('consent.what')}>
          <p>{t('consent.why')}</p>
          <ul>
            <li>{t('consent.nameless')}</li>
            <li>{t('consent.seenBy')}</li>
            <li>{t('consent.noEffect')}</li>
            <li>{t('consent.anyTime')}</li>
          </ul>
        </section>
        <Section title={t('consent.work')}>
          {error && !consents && <ErrorState onRetry={() => void refetch()} />}
          {!error && !consents && <LoadingRows rows={3} />}
          {consents?.length === 0 && <EmptyState title={t('consent.none')}>{t('consent.noneBody')}</EmptyState>}
          <ul className={styles.rows}>
            {consents?.map((consent) => (
              <ConsentRow key={consent.exemplarId} consent={consent} />
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}

function ConsentRow({ consent }: { consent: Consent }) {
  const { t } = useTranslation('evidence');
  const { date } = useFormat();
  const [answer, { loading, refusal, failed }] = useResultMutation(ANSWER_CONSENT);
  const { exemplarId } = consent;
  const name = consent.achievement?.name ?? '';
  const say = (given: boolean) => void answer({ exemplarId, given });
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.name}>{t('consent.workFor', { name })}</span>
        <span className={styles.acts}>
          {consent.answer !== true && (
            <Button
              size="small"
              variant={consent.answer === null ? 'primary' : 'outline'}
              busy={loading}
              onClick={() => say(true)}
            >
              <span aria-hidden>{t('consent.yes')}</span>
              <span className="visually-hidden">{t('consent.yesFor', { name })}</span>
            </Button>
          )}
          {consent.answer !== false && (
            <Button size="small" busy={loading} onClick={() => say(false)}>
              <span aria-hidden>{consent.answer ? t('consent.takeBack') : t('consent.no')}</span>
              <span className="visually-hidden">
                {consent.answer ? t('consent.takeBackFor', { name }) : t('consent.noFor', { name })}
              </span>
            </Button>
          )}
        </span>
      </div>
      <p className={styles.facts} aria-live="polite">
        <StatusWord tone={consent.answer === null ? 'amber' : consent.answer ? 'green' : 'plain'}>
          {consent.answer === null ? t('consent.waits') : consent.answer ? t('consent.given') : t('consent.refused')}
        </StatusWord>
        <span>
          {consent.answeredAt
            ? t('consent.answered', { date: date(consent.answeredAt) })
            : t('consent.asked', { date: date(consent.askedAt) })}
        </span>
      </p>
      {(refusal ?? failed) && <RefusalNote>{refusal?.message ?? t('unreachable')}</RefusalNote>}
    </li>
  );
}
