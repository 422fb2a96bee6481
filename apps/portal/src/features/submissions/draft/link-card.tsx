import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { EvidenceLetter } from '../../../components/evidence-kind.js';
import { useFormat } from '../../../lib/format.js';
import type { Gap, WorkCriterion } from '../submission.types.js';
import styles from './link-card.module.css';
import type { ReflectionConflict } from './use-draft.js';

interface Props {
  link: WorkCriterion['links'][number];
  gaps: readonly Gap[];
  /** What was typed before and is not kept yet. */
  unsent: string | null;
  /** Other words are kept meanwhile. */
  conflict: ReflectionConflict | null;
  onSettle: (text: string) => void;
  onReflect: (text: string) => void;
  onUnlink: () => void;
}

/** An item beside the words how it shows the criterion. The words are saved while they are written. */
export function LinkCard({ link, gaps, unsent, conflict, onSettle, onReflect, onUnlink }: Props) {
  const { t } = useTranslation('submissions');
  const format = useFormat();
  // What stands in the field is the person's; the answer of a save never writes over it.
  const [text, setText] = useState(unsent ?? link.reflection);
  const tooOld = gaps.find((gap) => gap.kind === 'EVIDENCE_TOO_OLD');
  return (
    <div className={styles.card} data-letter={link.letter} data-item={link.item.id}>
      <div className={styles.head}>
        <EvidenceLetter letter={link.letter} />
        <p className={styles.words}>
          <span className={styles.title}>{link.item.title}</span>{' '}
          {link.item.note && <span className={styles.note}>{link.item.note}</span>}
        </p>
        {link.item.madeOn && <span className={styles.date}>{format.date(link.item.madeOn)}</span>}
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton label={t('card.menu', { title: link.item.title })}>
              <IconDots size={16} stroke={1.6} />
            </IconButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component="a" href={`/growth/evidence?item=${link.item.id}`}>
              {t('card.look')}
            </Menu.Item>
            <Menu.Item onClick={onUnlink}>{t('card.unlink')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <textarea
        className={styles.text}
        aria-label={t('card.reflection', { title: link.item.title })}
        placeholder={t('card.placeholder')}
        value={text}
        rows={3}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onReflect(event.currentTarget.value);
        }}
      />
      {conflict && (
        <div className={styles.conflict} role="alert">
          <p>{t('card.conflict')}</p>
          <blockquote>{conflict.kept}</blockquote>
          <div className={styles.choose}>
            <Button size="small" onClick={() => onSettle(text)}>
              {t('card.keepMine')}
            </Button>
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                setText(conflict.kept);
                onSettle(conflict.kept);
              }}
            >
              {t('card.takeOther')}
            </Button>
          </div>
        </div>
      )}
      {tooOld && (
        <p className={styles.hint}>
          <StatusWord tone="amber">{tooOld.message}</StatusWord>
        </p>
      )}
    </div>
  );
}
