import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { achievementTitle, useFormat } from '../lib/format.js';
import { AGREE_PLAN, COMMENT_ON_PLAN, type PlanReview as Review } from '../lib/plan-review.documents.js';
import { useResultMutation } from '../lib/result.js';
import { useToday } from '../lib/use-today.js';
import { Button } from './button.js';
import styles from './plan-review.module.css';
import { RefusalNote } from './states.js';

interface Props {
  review: Review;
  /** Queries that show it. */
  refetch: string[];
}

/** What was proposed, what is different since, and what the two say about it. */
export function PlanReview({ review, refetch }: Props) {
  const { t } = useTranslation('kit');
  const { date } = useFormat();
  const { state, agreedBy, agreedAt, proposedAt, byDay } = review;
  const when = byDay ? t('plan.byDay', { date: date(byDay) }) : '';
  return (
    <div className={styles.review}>
      <p>
        {state === 'AGREED' && agreedAt
          ? t('plan.agreed', { name: agreedBy?.displayName, date: date(agreedAt) })
          : t('plan.proposed', { date: date(proposedAt) })}{' '}
        {when}
      </p>
      <ol className={styles.steps}>
        {review.steps.map(({ achievementId, hours, ...step }) => (
          <li key={achievementId}>
            {titleOf(step)} <span>{t('gapStep.hours', { count: hours })}</span>
          </li>
        ))}
      </ol>
      <Changes review={review} />
      <Talk review={review} refetch={refetch} />
      {review.viewerCan.includes('agree') && <Agree review={review} refetch={refetch} />}
    </div>
  );
}

/** As the plan calls it. */
const titleOf = ({ name, level }: { name: string; level: string | null }) =>
  achievementTitle({ name, level: level === null ? null : { label: level } });

function Changes({ review: { changes } }: { review: Review }) {
  const { t } = useTranslation('kit');
  // t('kit:plan.change.STEP_DONE') t('kit:plan.change.STEP_ADDED') t('kit:plan.change.STEP_DROPPED')
  // t('kit:plan.change.HOURS') t('kit:plan.change.ASKS_NEW') t('kit:plan.change.ASKS_MORE')
  // t('kit:plan.change.ASKS_LESS') t('kit:plan.change.ASKS_NO_MORE')
  if (changes.length === 0) return <p className={styles.note}>{t('plan.unchanged')}</p>;
  return (
    <>
      <h3>{t('plan.since')}</h3>
      <ul className={styles.changes}>
        {changes.map(({ kind, from, to, ...named }) => {
          const name = titleOf(named);
          return <li key={`${kind} ${name}`}>{t(`plan.change.${kind}`, { name, from, to })}</li>;
        })}
      </ul>
    </>
  );
}

function Talk({ review, refetch }: Props) {
  const { t } = useTranslation('kit');
  const { date } = useFormat();
  const [words, setWords] = useState('');
  const [say, { loading, refusal, failed }] = useResultMutation(COMMENT_ON_PLAN, { refetch });
  const send = async () => {
    const { ok } = await say({ id: review.id, words });
    if (ok) setWords('');
  };
  return (
    <>
      {review.comments.length > 0 && (
        <ul className={styles.talk}>
          {review.comments.map((comment) => (
            <li key={comment.id}>
              <small>
                {comment.author?.displayName}, {date(comment.saidAt)}
              </small>
              {comment.words}
            </li>
          ))}
        </ul>
      )}
      {review.viewerCan.includes('comment') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Textarea
            label={t('plan.comment')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={2000}
            autosize
            minRows={2}
          />
          {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
          {failed && <RefusalNote>{t('plan.failed')}</RefusalNote>}
          <Button type="submit" size="small" busy={loading} disabled={!words.trim()}>
            {t('plan.say')}
          </Button>
        </form>
      )}
    </>
  );
}

function Agree({ review, refetch }: Props) {
  const { t } = useTranslation('kit');
  const today = useToday();
  const [byDay, setByDay] = useState(review.byDay ?? '');
  const [agree, { loading, refusal, failed }] = useResultMutation(AGREE_PLAN, { refetch });
  return (
    <div className={styles.agree}>
      <TextInput
        type="date"
        label={t('plan.until')}
        min={today}
        value={byDay}
        onChange={(event) => setByDay(event.currentTarget.value)}
      />
      <Button variant="primary" busy={loading} onClick={() => void agree({ id: review.id, byDay: byDay || null })}>
        {t('plan.agree')}
      </Button>
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('plan.failed')}</RefusalNote>}
    </div>
  );
}
