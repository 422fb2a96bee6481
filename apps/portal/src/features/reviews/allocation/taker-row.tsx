import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Chip } from '../../../components/chip.js';
import type { Taker } from './allocation.documents.js';
import styles from './takers-panel.module.css';

// What a lead may allow where nobody else is left; the API refuses the others in its own words.
const WAIVABLE: ReadonlySet<string> = new Set(['not-manager', 'not-report', 'not-team', 'no-conflict']);

interface Props {
  taker: Taker;
  has: boolean;
  open: boolean;
  busy: boolean;
  onGive: () => void;
  onWaive: () => void;
}

/** Somebody who is qualified: what they hold, and what stands in the way. */
export function TakerRow({ taker, has, open, busy, onGive, onWaive }: Props) {
  const { t } = useTranslation('reviews');
  const against = taker.rules.filter((rule) => !rule.ok);
  const waivable = against.length > 0 && against.every(({ rule }) => WAIVABLE.has(rule));
  return (
    <li className={styles.taker} data-may={against.length === 0}>
      <div>
        <b>{taker.person.displayName}</b>
        <span className={styles.load}>{t('queue.heldOf', { held: taker.holds, capacity: taker.capacity })}</span>
        {against.map((rule) => (
          <span key={rule.rule} className={styles.against}>
            {rule.sentence}
          </span>
        ))}
      </div>
      {has && <Chip tone="accent">{t('allocation.hasIt')}</Chip>}
      {!has && open && against.length === 0 && (
        <Button busy={busy} onClick={onGive} aria-label={t('allocation.giveTo', { name: taker.person.displayName })}>
          {t('allocation.give')}
        </Button>
      )}
      {!has && open && waivable && (
        <Button
          variant="quiet"
          onClick={onWaive}
          aria-label={t('allocation.waiveFor', { name: taker.person.displayName })}
        >
          {t('allocation.waiveAct')}
        </Button>
      )}
    </li>
  );
}
