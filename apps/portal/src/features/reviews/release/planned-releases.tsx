import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useResultMutation } from '../../../lib/result.js';
import { type ASSESSMENT_CASES, CANCEL_RELEASE } from './release.documents.js';
import styles from '../settled.module.css';
import { useReleaseWords } from './use-release-words.js';

interface Props {
  batches: ResultOf<typeof ASSESSMENT_CASES>['releaseBatches'];
  onChanged: () => void;
}

/** Releases that are planned, and what became of the last ones. */
export function PlannedReleases({ batches, onChanged }: Props) {
  const { t } = useTranslation('reviews');
  const { dayAndTime } = useFormat();
  const releaseWords = useReleaseWords();
  const [cancel, { loading }] = useResultMutation(CANCEL_RELEASE);
  if (batches.length === 0) return null;
  return (
    <div className={styles.padded}>
      <Section title={t('release.batches')}>
        <ul className={styles.list}>
          {batches.map((batch) => (
            <li key={batch.id}>
              <b>{dayAndTime(batch.doneAt ?? batch.releaseAt)}</b>
              <span>
                {batch.cancelledAt
                  ? t('release.cancelled')
                  : batch.doneAt
                    ? releaseWords(batch)
                    : t('release.waiting', { count: batch.submissionIds.length })}
              </span>
              {batch.skipped.map((each) => (
                <span key={each.submissionId} className={styles.quiet}>
                  {each.reason}
                </span>
              ))}
              {!batch.doneAt && !batch.cancelledAt && (
                <Button size="small" busy={loading} onClick={() => void cancel({ id: batch.id }).then(onChanged)}>
                  {t('release.cancel')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
