import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../../../components/button.js';
import { StatusWord } from '../../../components/chip.js';
import { ConfirmDialog } from '../../../components/confirm-dialog.js';
import { LevelTile } from '../../../components/level-tile.js';
import { PageHeader, Section } from '../../../components/page.js';
import { Note } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { slotTitle } from '../review-words.js';
import type { ReadSlot, ReviewDecision } from '../review.types.js';
import { RELEASE } from '../reviews.documents.js';
import styles from './handed-in-mark.module.css';
import { OwnMark } from './own-mark.js';
import { useOutcomeWords } from './use-outcome-words.js';

/** A mark that is in: what follows from it, and the release that makes it known. */
export function HandedInMark({ slot }: { slot: ReadSlot }) {
  const { t } = useTranslation('reviews');
  const format = useFormat();
  const outcome = useOutcomeWords();
  const [asking, setAsking] = useState(false);
  const [release, releasing] = useResultMutation(RELEASE);
  const { decision, mark } = slot;
  const released = decision?.releasedAt ?? null;
  const held = slot.submissionState === 'ON_HOLD';
  const settling = slot.submissionState === 'RECONCILING';
  const ready = slot.submissionState === 'READY_FOR_RELEASE';
  const mayRelease = slot.viewerCan.includes('release') && decision !== null && released === null && ready;
  const state = () => {
    if (released) return t('outcome.releasedAt', { when: format.dayAndTime(released) });
    if (slot.submissionState === 'IN_MODERATION') return t('outcome.inModeration');
    // Decided once, and marked again: a moderator sent it back.
    return ready || held ? t('outcome.notReleased') : t('outcome.judgedAnew');
  };
  return (
    <div className={styles.page}>
      <PageHeader
        title={slotTitle(slot)}
        above={
          <>
            {t('panel.candidate')} <code className={styles.code}>{slot.candidateCode}</code>
          </>
        }
        below={mark?.handedInAt ? t('outcome.handedIn', { when: format.dayAndTime(mark.handedInAt) }) : null}
        acts={
          <>
            <LinkButton to="/reviews">{t('outcome.toQueue')}</LinkButton>
            {settling && (
              <LinkButton to="/reviews/reconcile" variant="primary">
                {t('outcome.settle')}
              </LinkButton>
            )}
            {mayRelease && (
              <Button variant="primary" size="large" onClick={() => setAsking(true)}>
                {t('outcome.release')}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.body}>
        {held && <Note tone="amber">{t('outcome.onHold')}</Note>}
        {!decision && <Note>{settling ? t('outcome.differs') : t('outcome.noneYet')}</Note>}
        {!decision && <OwnMark slot={slot} />}
        {decision && (
          <>
            <p className={styles.verdict}>
              <strong>{outcome(decision.outcome)}</strong>
              <span>
                {t('outcome.score', {
                  score: Math.round(decision.score * 100),
                  cut: Math.round(slot.achievementVersion.cutScore * 100),
                })}
              </span>
            </p>
            <Note>{state()}</Note>
            <ModeratorsFound slot={slot} />
            <Section title={t('outcome.byCriterion')}>
              <ol className={styles.criteria}>
                {decision.criteria.map((row) => (
                  <li key={row.criterion.id}>
                    <span className={styles.number}>{row.number}</span>
                    <div className={styles.words}>
                      <p className={styles.title}>{row.criterion.title}</p>
                      <StatusWord tone={row.met ? 'green' : 'amber'}>
                        {row.met ? t('outcome.met') : t('outcome.notYet')}
                      </StatusWord>
                      {row.comment && <p className={styles.comment}>{row.comment}</p>}
                    </div>
                    <LevelTile level={row.level} label={t('criterion.level', { level: row.level ?? 0 })} />
                  </li>
                ))}
              </ol>
            </Section>
            {isAnother(decision, mark) && <OwnMark slot={slot} />}
          </>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={t('release.title')}
        act={t('outcome.release')}
        busy={releasing.loading}
        refusal={releasing.refusal?.message ?? (releasing.failed ? t('unreachable') : null)}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          void release({ slotId: slot.id }).then(({ ok }) => {
            if (ok) setAsking(false);
          });
        }}
      >
        <p>{decision?.outcome === 'PASS' ? t('release.pass') : t('release.other')}</p>
      </ConfirmDialog>
    </div>
  );
}

/** What a moderator found, and why: whoever judged it learns from it. */
function ModeratorsFound({ slot }: { slot: ReadSlot }) {
  const { t } = useTranslation('reviews');
  const { day } = useFormat();
  // t('reviews:outcome.moderated.CONFIRMED') t('reviews:outcome.moderated.ADJUSTED') t('reviews:outcome.moderated.SENT_BACK')
  return slot.moderations.map((each) => (
    <Note key={each.id} tone={each.outcome === 'CONFIRMED' ? undefined : 'amber'}>
      {t(`outcome.moderated.${each.outcome}`, { name: each.moderator?.displayName ?? '', day: day(each.at) })}{' '}
      {each.reason}
    </Note>
  ));
}

/** The decision gives some criterion another level than the viewer did. */
function isAnother(decision: ReviewDecision, mark: ReadSlot['mark']): boolean {
  return decision.criteria.some((row) => {
    const own = mark?.criteria.find((each) => each.criterionId === row.criterion.id);
    return own !== undefined && own.level !== row.level;
  });
}
