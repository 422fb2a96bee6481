import { partOf } from '@assay/pathway';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import type { ResultOf } from '../../../lib/graphql.js';
import { stackSentence } from '../stack-sentence.js';
import type { ACHIEVEMENT } from './achievement.documents.js';
import styles from './achievement.module.css';

type Version = NonNullable<ResultOf<typeof ACHIEVEMENT>['achievementVersion']>;

interface Props {
  rule: NonNullable<Version['stackRule']>;
  progress: Version['myStackProgress'];
}

/** What must be held, what of it counts already, and the shortest ways to the rest. */
export function StackProgress({ rule, progress }: Props) {
  const { t } = useTranslation('programme');
  const asks = partOf(rule.parts);
  const nameOf = (id: string) => rule.counts.find((each) => each.achievementId === id)?.name ?? t('stack.gone');
  return (
    <Section title={progress ? titleOf(progress) : t('stack.title')} voice="record">
      {'problem' in asks ? null : <p>{stackSentence(asks, t, nameOf)}</p>}
      {progress && progress.counted.length > 0 && (
        <>
          <h3 className={styles.stackHead}>{t('progress.have')}</h3>
          <ul className={styles.stackList}>
            {progress.counted.map(({ id, name }) => (
              <li key={id}>
                <TextLink to={`/growth/achievements/${id}`}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {progress && progress.completions.length > 0 && (
        <>
          <h3 className={styles.stackHead}>{t('progress.ways', { count: progress.completions.length })}</h3>
          <ul className={styles.stackList}>
            {progress.completions.map(({ achievements }) => (
              <li key={achievements.map(({ id }) => id).join()}>
                {achievements.map(({ id, name }, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    <TextLink to={`/growth/achievements/${id}`}>{name}</TextLink>
                  </span>
                ))}
              </li>
            ))}
            {progress.more && <li>{t('stack.more')}</li>}
          </ul>
        </>
      )}
      {progress?.toGo === 0 && <p className={styles.hint}>{t('progress.givenByItself')}</p>}
    </Section>
  );

  function titleOf({ toGo, exact }: NonNullable<Version['myStackProgress']>): string {
    if (toGo === null) return t('progress.never');
    if (toGo === 0) return t('progress.complete');
    return exact ? t('stack.toGo', { count: toGo }) : t('stack.atLeastToGo', { count: toGo });
  }
}
