import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkey } from '../../../components/hotkeys.js';
import { HotkeyCap } from '../../../components/hotkey-cap.js';
import { Keycap } from '../../../components/keycap.js';
import type { SnapshotCriterion } from '../review.types.js';
import styles from './open-criterion.module.css';
import { SnippetsDialog } from './snippets-dialog.js';

interface Props {
  row: SnapshotCriterion;
  level: number | null;
  comment: string;
  onLevel: (level: number) => void;
  onComment: (comment: string) => void;
}

/** The criterion in work: its levels on number keys, and the words that go with the mark. */
export function OpenCriterion({ row, level, comment, onLevel, onComment }: Props) {
  const { t } = useTranslation('reviews');
  const { criterion } = row;
  const [choosing, setChoosing] = useState(false);
  useHotkey({ keys: '/', label: t('snippets.title'), group: t('marking.keys'), run: () => setChoosing(true) });
  const chosen = criterion.levels.find((each) => each.ordinal === level);
  const needsComment = chosen ? !chosen.isCompetent : false;
  const letters = row.links.map((link) => link.letter).join(', ');
  return (
    <section className={styles.open} aria-label={criterion.title}>
      <div className={styles.head}>
        <span className={styles.number}>{row.number}</span>
        <h2>{criterion.title}</h2>
        <span className={styles.facts}>
          {criterion.mustReach !== null && `${t('criterion.mustReach', { level: criterion.mustReach })} · `}
          {t('criterion.weight', { weight: criterion.weight })}
        </span>
      </div>
      {row.carried && <p className={styles.description}>{t('criterion.carried', { level: row.carried.level })}</p>}
      {row.sameBecause && (
        <p className={styles.description}>{t('criterion.sameBecause', { words: row.sameBecause })}</p>
      )}
      {criterion.description && <p className={styles.description}>{criterion.description}</p>}
      <div className={styles.levels} role="radiogroup" aria-label={t('criterion.levels', { title: criterion.title })}>
        {criterion.levels.map((each) => (
          <label key={each.ordinal} className={styles.level} data-chosen={each.ordinal === level}>
            <input
              type="radio"
              name={`level-${criterion.id}`}
              checked={each.ordinal === level}
              disabled={Boolean(row.carried)}
              onChange={() => onLevel(each.ordinal)}
            />
            <HotkeyCap keys={String(each.ordinal)} large />
            <span className={styles.label}>{each.label}</span>
            <span className={styles.descriptor}>{each.descriptor}</span>
            {each.ordinal === level && <IconCheck size={16} stroke={2} aria-hidden />}
            {!row.carried && (
              <LevelKey ordinal={each.ordinal} label={each.label} onPress={() => onLevel(each.ordinal)} />
            )}
          </label>
        ))}
      </div>
      <textarea
        className={styles.comment}
        data-needed={needsComment && comment.trim() === ''}
        aria-label={t('criterion.comment', { title: criterion.title })}
        placeholder={needsComment ? t('criterion.commentNeeded') : t('criterion.commentHint')}
        rows={2}
        value={comment}
        onChange={(event) => onComment(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Back to where number keys pick levels.
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <p className={styles.foot}>
        <span>
          <HotkeyCap keys="m" /> {t('criterion.keyComment')} <HotkeyCap keys="/" /> {t('criterion.keySnippet')}{' '}
          <Keycap>Esc</Keycap> {t('criterion.keyBack')}
        </span>
        <span>
          {row.claimedLevel !== null && `${t('criterion.says', { level: row.claimedLevel })} · `}
          {row.notEvidenced
            ? t('criterion.notEvidenced')
            : letters
              ? t('criterion.linked', { letters })
              : t('criterion.nothingLinked')}
        </span>
      </p>
      {choosing && (
        <SnippetsDialog
          comment={comment}
          onChoose={(words) => {
            onComment(comment.trim() ? `${comment.trimEnd()} ${words}` : words);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

function LevelKey({ ordinal, label, onPress }: { ordinal: number; label: string; onPress: () => void }) {
  const { t } = useTranslation('reviews');
  useHotkey({ keys: String(ordinal), label: t('marking.pick', { label }), group: t('marking.keys'), run: onPress });
  return null;
}
