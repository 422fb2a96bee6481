import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button, LinkButton } from '../../components/button.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, Note, RefusalNote } from '../../components/states.js';
import { TextLink } from '../../components/text-link.js';
import { useToast } from '../../components/toast.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import { BadgeFacts } from './badge-facts.js';
import { BroughtState } from './brought-state.js';
import { CHECK_AGAIN, ELSEWHERE, KEEP, REMOVE, type Shown, TAKE_BACK } from './elsewhere.documents.js';
import styles from './elsewhere.module.css';
import { SendForm } from './send-form.js';

const LOOK_AGAIN = 1_500;

/** One badge that was brought, as its holder sees it. */
export function BroughtPage() {
  const { t } = useTranslation('elsewhere');
  const { id = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ELSEWHERE, { variables: { id } });
  const it = data?.externalCredential;
  const checking = it?.state === 'CHECKING';
  useEffect(() => {
    if (checking) startPolling(LOOK_AGAIN);
    return stopPolling;
  }, [checking, startPolling, stopPolling]);
  if (it) return <Brought of={it} />;
  return (
    <Page title={t('title')} width="reading">
      {error && !data && <ErrorState alone onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows />}
      {data && (
        <EmptyState alone title={t('gone.title')} act={<LinkButton to="/growth/elsewhere">{t('title')}</LinkButton>}>
          {t('gone.body')}
        </EmptyState>
      )}
    </Page>
  );
}

function Brought({ of }: { of: Shown }) {
  const { t } = useTranslation('elsewhere');
  const { date } = useFormat();
  const title = of.badge?.name || of.fileName || of.address || t('unnamed');
  return (
    <Page title={title} width="reading" record={of.id}>
      <PageHeader
        title={title}
        above={<TextLink to="/growth/elsewhere">{t('title')}</TextLink>}
        below={<BroughtState of={of} />}
        acts={<Acts of={of} />}
      />
      {of.state === 'CHECKING' && (
        <output>
          <Note>{t('checking')}</Note>
        </output>
      )}
      {of.outcome && (
        <Section title={t('decided.title')} voice="record">
          <p className={styles.words}>{of.reason}</p>
          {of.recognised.length > 0 && (
            <ul className={styles.counts}>
              {of.recognised.map(({ skill, ordinal, label }) => (
                <li key={skill.id}>{t('decided.skill', { skill: skill.name, level: label ?? ordinal })}</li>
              ))}
            </ul>
          )}
          <p className={styles.hint}>
            {of.outcome === 'RECOGNISED' &&
              (of.recognisedUntil ? t('decided.until', { date: date(of.recognisedUntil) }) : t('decided.endless'))}{' '}
            {t('decided.layer')}
          </p>
        </Section>
      )}
      {of.viewerCan.includes('send') && <SendForm of={of} />}
      <BadgeFacts of={of} />
    </Page>
  );
}

function Acts({ of }: { of: Shown }) {
  const { t } = useTranslation('elsewhere');
  const toast = useToast();
  const navigate = useNavigate();
  const [again, checking] = useResultMutation(CHECK_AGAIN, { refetch: ['Elsewhere'] });
  const [back, backing] = useResultMutation(TAKE_BACK, { refetch: ['Elsewhere', 'MyElsewhere'] });
  const [remove, removing] = useResultMutation(REMOVE, { refetch: ['MyElsewhere'] });
  const [keep, keeping] = useResultMutation(KEEP);
  const can = (act: string) => of.viewerCan.includes(act);
  const refusal = [checking, backing, removing, keeping].find((each) => each.refusal)?.refusal;
  const run = async (work: Promise<{ ok?: unknown }>, words: string) => {
    const { ok } = await work;
    if (ok) toast(words);
    return Boolean(ok);
  };
  const { id } = of;
  return (
    <>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {can('keepAsEvidence') && <Button onClick={() => void run(keep({ id }), t('act.kept'))}>{t('act.keep')}</Button>}
      {can('checkAgain') && <Button onClick={() => void run(again({ id }), t('act.asked'))}>{t('act.again')}</Button>}
      {can('takeBack') && (
        <Button onClick={() => void run(back({ id }), t('act.tookBack'))}>{t('act.takeBack')}</Button>
      )}
      {can('remove') && (
        <Button
          variant="danger"
          onClick={() =>
            void run(remove({ id }), t('act.removed')).then((gone) => gone && navigate('/growth/elsewhere'))
          }
        >
          {t('act.remove')}
        </Button>
      )}
    </>
  );
}
