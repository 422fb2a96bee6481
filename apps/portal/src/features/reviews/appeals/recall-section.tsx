import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { TextLink } from '../../../components/text-link.js';
import { useFormat } from '../../../lib/format.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { useOutcomeWords } from '../marking/use-outcome-words.js';
import styles from '../settled.module.css';
import type { APPEALS } from './appeals.documents.js';

type Recall = ResultOf<typeof APPEALS>['recalls'][number];

/** Every decision that the same fault may have touched; each opens where it is confirmed, changed or judged anew. */
export function RecallSection({ recall }: { recall: Recall }) {
  const { t } = useTranslation('reviews');
  const outcome = useOutcomeWords();
  const { day } = useFormat();
  // t('reviews:recall.state.OPEN') t('reviews:recall.state.RE_MARKING') t('reviews:recall.state.CONFIRMED') t('reviews:recall.state.CHANGED')
  return (
    <section className={styles.criterion}>
      <h3>{recall.achievementVersion?.name}</h3>
      <p className={styles.quiet}>
        {t('recall.about', {
          assessor: recall.assessor?.displayName ?? '',
          since: day(recall.since),
          until: day(recall.until),
          count: recall.items.length,
        })}
      </p>
      <ul className={styles.list}>
        {recall.items.map((item) => (
          <li key={item.id}>
            <TextLink to={`/reviews/appeals/recalled/${item.id}`}>
              {t('recall.open', { code: item.case?.candidateCode ?? '' })}
            </TextLink>
            <span>{item.case?.decision && outcome(item.case.decision.outcome)}</span>
            <StatusWord tone={item.state === 'OPEN' || item.state === 'RE_MARKING' ? 'amber' : 'plain'}>
              {t(`recall.state.${item.state}`)}
            </StatusWord>
            {item.reason && <span className={styles.quiet}>{item.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
