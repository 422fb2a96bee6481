import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { HotkeyCap } from '../../../components/hotkey-cap.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { Note } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { levelToPass } from '../coverage.rules.js';
import type { Gap, WorkCriterion } from '../submission.types.js';
import { AskedAgain } from './asked-again.js';
import styles from './criterion-panel.module.css';
import { LinkCard } from './link-card.js';
import type { Draft } from './use-draft.js';

interface Props {
  criterion: WorkCriterion;
  count: number;
  draft: Draft;
  gaps: readonly Gap[];
  onPick: () => void;
}

/** One criterion: what passes, where one would put oneself, and what shows it. */
export function CriterionPanel({ criterion, count, draft, gaps, onPick }: Props) {
  const { t } = useTranslation('submissions');
  const format = useFormat();
  const { id, title, description, levels, mustReach } = criterion.criterion;
  const pass = levelToPass(criterion);
  const { claimedLevel: level, notEvidenced } = criterion;
  return (
    <>
      <div className={styles.kicker}>
        <span>
          {t('panel.of', { number: criterion.number, total: count })}
          {mustReach !== null && ` · ${t('panel.mustPass')}`}
        </span>
        <span className={styles.keys}>
          <HotkeyCap keys="[" /> <HotkeyCap keys="]" /> {t('panel.move')}
        </span>
      </div>
      <h2 className={styles.title}>{title}</h2>
      {description && <p className={styles.description}>{description}</p>}
      {pass && (
        <p className={styles.pass}>
          <strong>{t('panel.toPass', { level: pass.ordinal })}</strong> {pass.descriptor}
        </p>
      )}
      <div className={styles.block}>
        <SegmentedChoice
          label={t('panel.where')}
          hideLabel={false}
          wide
          options={levels.map((each) => ({
            value: String(each.ordinal),
            label: (
              <>
                <b>{each.ordinal}</b> {each.label}
              </>
            ),
          }))}
          value={level === null ? null : String(level)}
          onChange={(value) => draft.claim(id, Number(value), false)}
        />
      </div>
      <h3 className={styles.subtitle}>{t('panel.shows')}</h3>
      {criterion.carried && (
        <Note>
          {t('panel.carried', { level: criterion.carried.level, day: format.day(criterion.carried.decidedAt) })}
        </Note>
      )}
      {criterion.askedAgain && !notEvidenced && (
        <AskedAgain
          asked={criterion.askedAgain}
          linked={criterion.links.length > 0}
          onWrite={(text) => draft.keepSame(id, text)}
        />
      )}
      {criterion.links.length === 0 && !notEvidenced && !criterion.carried && (
        <p className={styles.nothing}>{t('panel.nothing')}</p>
      )}
      {notEvidenced && <Note>{t('panel.notEvidencedNote')}</Note>}
      {criterion.links.map((link) => (
        <LinkCard
          key={link.item.id}
          link={link}
          gaps={gaps.filter((gap) => gap.criterionId === id && gap.letter === link.letter)}
          unsent={draft.unsentText(id, link.item.id)}
          conflict={draft.conflictOf(id, link.item.id)}
          onSettle={(text) => draft.settle(id, link.item.id, text)}
          onReflect={(text) => draft.reflect(id, link.item.id, text, link.reflection)}
          onUnlink={() => draft.unlink(id, link.item.id)}
        />
      ))}
      <div className={styles.acts}>
        <Button variant="quiet" data-act="link" icon={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={onPick}>
          {t('panel.link')}
        </Button>
        {criterion.links.length === 0 && !criterion.carried && (
          <Button
            variant="quiet"
            className={styles.claimNothing}
            aria-pressed={notEvidenced}
            onClick={() => draft.claim(id, notEvidenced ? null : level, !notEvidenced)}
          >
            {notEvidenced ? t('panel.unclaim') : t('panel.claimNotEvidenced')}
          </Button>
        )}
      </div>
    </>
  );
}
