import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../components/button.js';
import { Page, PageHeader, Section } from '../../components/page.js';
import { EmptyState, ErrorState, LoadingRows, RefusalNote } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import type { ResultOf } from '../../lib/graphql.js';
import { useResultMutation } from '../../lib/result.js';
import { ENDORSEMENTS_ASKED } from './endorse.documents.js';
import { EndorsementsAsked } from './endorsements-asked.js';
import { AnswerForm } from './answer-form.js';
import { ANSWER_AS_WITNESS, ANSWER_MENTORING, ASKED_OF_ME } from './witness.documents.js';
import styles from './witness.module.css';

type Asked = ResultOf<typeof ASKED_OF_ME>;

/** What colleagues ask of one: to say what one saw, and to help with prior learning. */
export function AskedPage() {
  const { t } = useTranslation('witness');
  const { data, error, refetch } = useQuery(ASKED_OF_ME, { fetchPolicy: 'cache-and-network' });
  const { data: endorsing } = useQuery(ENDORSEMENTS_ASKED, { fetchPolicy: 'cache-and-network' });
  const endorsements = endorsing?.endorsementsAskedOfMe ?? [];
  const nothing =
    data?.askedOfMe.length === 0 && data.mentoringAskedOfMe.length === 0 && endorsing && endorsements.length === 0;
  return (
    <Page title={t('page.title')} width="reading">
      <PageHeader title={t('page.title')} below={t('page.lead')} />
      {error && !data && <ErrorState onRetry={() => void refetch()} />}
      {!data && !error && <LoadingRows rows={4} height={72} />}
      {nothing && <EmptyState title={t('page.emptyTitle')}>{t('page.emptyBody')}</EmptyState>}
      <EndorsementsAsked of={endorsements} />
      {data && data.askedOfMe.length > 0 && (
        <Section title={t('page.witness')}>
          <ul className={styles.list}>
            {data.askedOfMe.map((asked) => (
              <QuestionRow key={asked.id} asked={asked} />
            ))}
          </ul>
        </Section>
      )}
      {data && data.mentoringAskedOfMe.length > 0 && (
        <Section title={t('page.mentor')}>
          <ul className={styles.list}>
            {data.mentoringAskedOfMe.map((request) => (
              <MentorRow key={request.submissionId} request={request} onAnswered={() => void refetch()} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function QuestionRow({ asked }: { asked: Asked['askedOfMe'][number] }) {
  const { t } = useTranslation('witness');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [answer] = useResultMutation(ANSWER_AS_WITNESS);
  // t('witness:row.CONFIRMED') t('witness:row.DECLINED') t('witness:row.EXPIRED') t('witness:row.TAKEN_BACK')
  return (
    <li>
      <p className={styles.title}>{asked.about}</p>
      <p className={styles.quiet}>
        {t('row.by', { owner: asked.owner?.displayName, day: format.day(asked.askedAt) })}
        {asked.keptAt && ` · ${t('row.keptAt', { place: asked.keptAt })}`}
      </p>
      <p>{asked.question}</p>
      {asked.state !== 'WAITING' && <p className={styles.quiet}>{t(`row.${asked.state}`)}</p>}
      {asked.words && <blockquote>{asked.words}</blockquote>}
      {asked.state === 'WAITING' && !open && (
        <div>
          <Button onClick={() => setOpen(true)}>{t('row.answer')}</Button>
        </div>
      )}
      {asked.state === 'WAITING' && open && (
        <AnswerForm
          keptAs={`witness-${asked.id}`}
          onAnswer={async (input) => {
            const outcome = await answer({ id: asked.id, input });
            return outcome.ok ? null : (outcome.refusal?.message ?? t('form.unreachable'));
          }}
        />
      )}
    </li>
  );
}

interface MentorRowProps {
  request: Asked['mentoringAskedOfMe'][number];
  onAnswered: () => void;
}

function MentorRow({ request, onAnswered }: MentorRowProps) {
  const { t } = useTranslation('witness');
  const format = useFormat();
  const [answer, { loading, refusal }] = useResultMutation(ANSWER_MENTORING);
  const { achievementName, candidate, submission, submissionId, state } = request;
  const say = async (accepts: boolean) => {
    await answer({ submissionId, accepts });
    onAnswered();
  };
  // t('witness:mentor.ACCEPTED') t('witness:mentor.DECLINED') t('witness:mentor.ENDED')
  // t('witness:mentor.OVER') t('witness:mentor.WAITING')
  return (
    <li>
      <p className={styles.title}>
        {candidate
          ? t('mentor.of', { name: candidate.displayName, achievement: achievementName })
          : t('mentor.someone')}
      </p>
      <p className={styles.quiet}>
        {t(`mentor.${state}`)} · {format.day(request.askedAt)}
      </p>
      {request.message && <p>{request.message}</p>}
      {state === 'WAITING' && (
        <>
          <p className={styles.quiet}>{t('mentor.never')}</p>
          <div className={styles.acts}>
            <Button busy={loading} onClick={() => void say(true)}>
              {t('mentor.accept')}
            </Button>
            <Button variant="quiet" onClick={() => void say(false)}>
              {t('mentor.decline')}
            </Button>
          </div>
        </>
      )}
      {state === 'ACCEPTED' && submission && (
        <div>
          <LinkButton to={`/growth/mentoring/${submissionId}`}>{t('mentor.open')}</LinkButton>
        </div>
      )}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
    </li>
  );
}
