import { useTranslation } from 'react-i18next';
import { GapStepList } from '../../components/gap-step-list.js';
import { Section } from '../../components/page.js';
import { StandingShape } from '../../components/standing-shape.js';
import { useFormat } from '../../lib/format.js';
import styles from './gaps.module.css';
import type { Aim, Gap } from './pathway.documents.js';

/** What a rung asks and is not verified yet, each with what can be done next about it: first what the plan has for it. */
export function Gaps({ aim }: { aim: Aim }) {
  const { t } = useTranslation('pathway');
  const open = aim.rows.filter(({ gap }) => gap > 0);
  if (open.length === 0) return null;
  return (
    <Section
      voice="record"
      title={t('gaps.title', { level: aim.jobRoleLevel.name })}
      aside={t('gaps.ranked')}
      id="gaps"
    >
      <ul>
        {open.map((row) => (
          <GapRow key={row.requirement.id} row={row} />
        ))}
      </ul>
    </Section>
  );
}

function GapRow({ row }: { row: Gap }) {
  const { t } = useTranslation('pathway');
  const { requirement, nextSteps } = row;
  const [first, ...others] = nextSteps;
  return (
    <li className={styles.gap}>
      <div>
        <h3>
          {requirement.skill.name}
          {requirement.mustHave && <small> · {t('gaps.mustHave')}</small>}
        </h3>
        <p>
          <Stands row={row} />
        </p>
      </div>
      <div>
        {first ? (
          <GapStepList steps={[first]} label={t('gaps.next', { skill: requirement.skill.name })} />
        ) : (
          <p className={styles.none}>{t('gaps.none')}</p>
        )}
        {others.length > 0 && (
          <details>
            <summary>{t('gaps.more', { count: others.length })}</summary>
            <GapStepList steps={others} label={t('gaps.other', { skill: requirement.skill.name })} />
          </details>
        )}
      </div>
    </li>
  );
}

/** From where to where, and what was there before. */
function Stands({ row }: { row: Gap }) {
  const { t } = useTranslation('pathway');
  const { date } = useFormat();
  const { requirement, verified, lapsedOn, layers } = row;
  const needed = requirement.level?.ordinal ?? 1;
  if (lapsedOn)
    return (
      <span className={styles.lapsed}>
        <StandingShape standing="lapsed" />{' '}
        {t('gaps.lapsed', { needed, date: date(lapsedOn), was: layers?.lapsed?.level?.ordinal })}
      </span>
    );
  const issuer = layers?.verified?.recognisedFrom;
  if (verified && issuer) return t('gaps.recognised', { needed, issuer, have: verified.ordinal });
  if (verified) return t('gaps.stands', { needed, have: verified.ordinal });
  const claimed = layers?.claimed?.level?.ordinal;
  return claimed ? t('gaps.claimed', { needed, claimed }) : t('gaps.nothing', { needed });
}
