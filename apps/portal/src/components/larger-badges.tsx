import { useTranslation } from 'react-i18next';
import type { BegunStack } from '../lib/stacks.documents.js';
import { useBegunStacks } from '../lib/use-begun-stacks.js';
import styles from './larger-badges.module.css';
import { Section } from './page.js';
import { NameLink, TextLink } from './text-link.js';
import { StepBar } from './timeline.js';

/** Badges that are earned through others and were begun: how many are left, and which would do. */
export function LargerBadges() {
  const { t } = useTranslation('kit');
  const stacks = useBegunStacks();
  if (stacks.length === 0) return null;
  return (
    <Section title={t('larger.title')}>
      <ul className={styles.list}>
        {stacks.map((each) => (
          <Begun key={each.id} stack={each} />
        ))}
      </ul>
    </Section>
  );
}

function Begun({ stack: { id, name, myStackProgress: progress } }: { stack: BegunStack }) {
  const { t } = useTranslation('kit');
  if (!progress?.toGo) return null;
  const { toGo, exact, counted, completions } = progress;
  const left = exact ? t('larger.toGo', { count: toGo }) : t('larger.atLeastToGo', { count: toGo });
  const [shortest, ...others] = completions;
  return (
    <li>
      <div className={styles.line}>
        <NameLink to={`/growth/achievements/${id}`}>{name}</NameLink>
        <b>{left}</b>
      </div>
      {shortest && (
        <p>
          {t('larger.with')}{' '}
          {shortest.achievements.map((each, index) => (
            <span key={each.id}>
              {index > 0 && ', '}
              <TextLink to={`/growth/achievements/${each.id}`}>{each.name}</TextLink>
            </span>
          ))}
          {others.length > 0 && ` ${t('larger.orOthers')}`}
        </p>
      )}
      <StepBar steps={counted.length + toGo} done={counted.length} label={left} />
    </li>
  );
}
