import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EvidenceKindWord, EvidenceLetter } from './evidence-kind.js';
import { type EvidenceContent, EvidenceView } from './evidence-view.js';
import { LevelTile } from './level-tile.js';
import { Section } from './page.js';
import { useFormat } from '../lib/format.js';
import styles from './frozen-copy.module.css';

export interface FrozenContent {
  takenAt: string;
  digest: string;
  declaration: string;
  items: readonly (EvidenceContent & { letter: string; digest: string })[];
  criteria: readonly {
    number: number;
    claimedLevel: number | null;
    notEvidenced: boolean;
    sameBecause?: string | null;
    criterion: { id: string; title: string };
    links: readonly { letter: string; reflection: string }[];
  }[];
}

/** What was handed in, exactly: later changes in the library do not reach it. `others`: the words for whom it does not belong to. */
export function FrozenCopy({
  snapshot,
  others,
}: {
  snapshot: FrozenContent;
  others?: { title: string; lead: string };
}) {
  const { t } = useTranslation('submissions');
  const { t: kit } = useTranslation('kit');
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const item = snapshot.items.find((each) => each.letter === open);
  const itemOf = (letter: string) => snapshot.items.find((each) => each.letter === letter);
  return (
    <Section
      title={others?.title ?? t('frozen.title')}
      voice="record"
      aside={t('frozen.taken', { when: format.dayAndTime(snapshot.takenAt) })}
    >
      <p className={styles.lead}>{others?.lead ?? t('frozen.lead')}</p>
      <ol className={styles.criteria}>
        {snapshot.criteria.map((row) => (
          <li key={row.criterion.id}>
            <span className={styles.number}>{row.number}</span>
            <div className={styles.words}>
              <p className={styles.title}>{row.criterion.title}</p>
              {row.notEvidenced && <p className={styles.quiet}>{t('frozen.notEvidenced')}</p>}
              {row.sameBecause && <p className={styles.quiet}>{t('again.said', { words: row.sameBecause })}</p>}
              {row.links.map((link) => (
                <div key={link.letter} className={styles.link}>
                  <EvidenceLetter letter={link.letter} />
                  <div>
                    <button type="button" onClick={() => setOpen(link.letter)}>
                      {itemOf(link.letter)?.title ?? link.letter}
                    </button>
                    <p className={styles.reflection}>{link.reflection}</p>
                  </div>
                </div>
              ))}
            </div>
            {row.claimedLevel !== null && (
              <LevelTile level={row.claimedLevel} label={t('grid.claimed', { level: row.claimedLevel })} />
            )}
          </li>
        ))}
      </ol>
      <h3 className={styles.subtitle}>{t('frozen.items', { count: snapshot.items.length })}</h3>
      <ul className={styles.items}>
        {snapshot.items.map((each) => (
          <li key={each.letter}>
            <EvidenceLetter letter={each.letter} />
            <button type="button" onClick={() => setOpen(each.letter)}>
              {each.title}
            </button>
            <EvidenceKindWord kind={each.kind} mediaType={each.file?.mediaType} />
            <code title={each.digest}>{each.digest.slice(0, 12)}</code>
          </li>
        ))}
      </ul>
      <p className={styles.digest}>
        {t('frozen.digest')} <code>{snapshot.digest}</code>
      </p>
      {snapshot.declaration && (
        <p className={styles.digest}>
          {others
            ? t('frozen.declaration', { text: snapshot.declaration })
            : t('frozen.declared', { text: snapshot.declaration })}
        </p>
      )}
      <Modal
        opened={Boolean(item)}
        onClose={() => setOpen(null)}
        size="xl"
        title={item?.title}
        closeButtonProps={{ 'aria-label': kit('close') }}
      >
        {item && (
          <div className={styles.viewer}>
            <EvidenceView content={item} />
          </div>
        )}
      </Modal>
    </Section>
  );
}
