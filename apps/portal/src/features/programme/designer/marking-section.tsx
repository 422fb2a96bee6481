import { useTranslation } from 'react-i18next';
import { KeyValues } from '../../../components/key-values.js';
import type { Version } from './designer.documents.js';
import type { Draft } from './draft.js';
import { PassesAt } from './passes-at.js';
import type { ChangeDraft } from './use-draft.js';
import styles from './designer.module.css';

interface Props {
  version: Version;
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

/** How a submission is judged: by how many, and from which score it passes. */
export function MarkingSection({ version, draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const mustReach = draft.rubric.filter((criterion) => criterion.mustReach !== null);
  return (
    <div className={styles.form}>
      <div className={styles.start}>
        <PassesAt value={draft.cutScore} readOnly={readOnly} onChange={(cutScore) => change('cutScore', cutScore)} />
      </div>
      <p className={styles.intro}>{t('marking.how')}</p>
      <KeyValues
        items={[
          {
            name: t('marking.mustReach'),
            value:
              mustReach.length === 0
                ? t('marking.noMustReach')
                : mustReach.map((each) => t('marking.reach', { title: each.title, level: each.mustReach })).join('; '),
          },
          // t('programme:route.PORTFOLIO') t('programme:route.OBSERVATION') t('programme:route.COMPLETION')
          // t('programme:route.PRIOR_LEARNING')
          { name: t('marking.route'), value: t(`route.${version.route}`) },
          { name: t('marking.policy'), value: t(`policy.${version.markingPolicy}`) },
          { name: t('marking.comments'), value: t('marking.commentsRule') },
        ]}
      />
    </div>
  );
}
