import { NumberInput } from '@mantine/core';
import '@mantine/core/styles/NumberInput.layer.css';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/key-values.js';
import { Section } from '../../components/page.js';
import { useFormat } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import type { Figure as Counted } from './insights.documents.js';
import styles from './insights.module.css';
import { reckon } from './reckon.js';

const MOST = 10_000_000;
const read = (text: string, usual: number) => {
  const value = Number(text);
  return text !== '' && Number.isFinite(value) && value >= 0 && value <= MOST ? value : usual;
};

/** What an hour and a mark are taken to cost stands in the address: whoever gets the link sees the same sums. */
export function CostAssumptions({ figures }: { figures: readonly Counted[] }) {
  const { t } = useTranslation('insights');
  const { number } = useFormat();
  const [rateText, setRate] = useAddress('rate');
  const [minutesText, setMinutes] = useAddress('minutes');
  const [fixedText, setFixed] = useAddress('fixed');
  const said = { rate: read(rateText, 60), minutes: read(minutesText, 45), fixed: read(fixedText, 0) };
  const count = (key: Counted['key']) => figures.find((each) => each.key === key)?.part ?? null;
  const sums = reckon(
    {
      marks: count('MARKS_GIVEN'),
      issued: count('BADGES_ISSUED'),
      renewals: count('RENEWALS'),
      levels: count('GAP_CLOSED'),
    },
    said,
  );
  const money = (value: number | null | undefined) => (value == null ? '–' : number(Math.round(value)));
  const field = (label: string, value: number, set: (text: string) => void) => (
    // What is out of bounds cannot be typed: taken and then not reckoned with, it would stand above sums of something else.
    <NumberInput
      label={label}
      value={value}
      onChange={(next) => set(String(next))}
      min={0}
      max={MOST}
      clampBehavior="strict"
      allowNegative={false}
      hideControls
    />
  );
  return (
    <Section title={t('assume.title')}>
      <p className={styles.quiet}>{t('assume.how')}</p>
      <div className={styles.fields}>
        {field(t('assume.rate'), said.rate, setRate)}
        {field(t('assume.minutes'), said.minutes, setMinutes)}
        {field(t('assume.fixed'), said.fixed, setFixed)}
      </div>
      {sums === null ? (
        <p>{t('assume.hidden')}</p>
      ) : (
        <div className={styles.sums}>
          <Figure value={money(sums.perBadge)}>{t('assume.perBadge')}</Figure>
          <Figure value={money(sums.perLevel)}>{t('assume.perLevel')}</Figure>
          <Figure value={money(sums.spent)}>{t('assume.spent', { hours: number(Math.round(sums.hours)) })}</Figure>
          <Figure value={money(sums.renewals)}>{t('assume.renewals')}</Figure>
        </div>
      )}
    </Section>
  );
}
