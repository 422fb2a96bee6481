import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { BadgeFacts } from './badge-facts.js';
import { BroughtState } from './brought-state.js';
import { DecideForm } from './decide-form.js';
import { CHECK_AGAIN, ELSEWHERE, type Shown } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';

/** One badge from elsewhere, for those who keep credentials: what was found, and what it is to count for. */
export function DecidePage() {
  const { t } = useTranslation('elsewhere');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ELSEWHERE, { variables: { id } });
  const it = data?.externalCredential;
  if (it) return <Decided of={it} />;
  return (
    <Page title={t('keep.title')} width="reading">
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows />}
      {data && (
        <EmptyState
          alone
          title={t('gone.title')}
          act={<LinkButton to="/programme/elsewhere">{t('keep.title')}</LinkButton>}
        >
          {t('gone.body')}
        </EmptyState>
      )}
    </Page>
  );
}

function Decided({ of }: { of: Shown }) {
  const { t } = useTranslation('elsewhere');
  const { date } = useFormat();
  const toast = useToast();
  const [again, { loading }] = useResultMutation(CHECK_AGAIN);
  const title = of.badge?.name || t('unnamed');
  return (
    <Page title={`${of.person.displayName}, ${title}`} width="reading" record={of.id}>
      <PageHeader
        title={title}
        above={<TextLink to="/programme/elsewhere">{t('keep.title')}</TextLink>}
        below={
          <>
            {t('keep.of', { name: of.person.displayName })} <BroughtState of={of} />
          </>
        }
        acts={
          of.viewerCan.includes('checkAgain') && (
            <Button
              busy={loading}
              onClick={() => void again({ id: of.id }).then(({ ok }) => ok && toast(t('act.asked')))}
            >
              {t('act.again')}
            </Button>
          )
        }
      />
      {of.declaration && (
        <div className={styles.declares}>
          <Note tone="amber">{t('keep.declares', { name: of.person.displayName, words: of.declaration })}</Note>
        </div>
      )}
      {of.outcome && of.decidedAt && (
        <Section title={t('decided.title')}>
          <p className={styles.words}>{of.reason}</p>
          <p className={styles.hint}>
            {t('decided.by', { name: of.decidedBy?.displayName ?? '', date: date(of.decidedAt) })}
          </p>
        </Section>
      )}
      {of.viewerCan.includes('decide') && <DecideForm key={of.decidedAt} of={of} />}
      <BadgeFacts of={of} />
    </Page>
  );
}
