import '@mantine/core/styles/NumberInput.layer.css';
import { NumberInput } from '@mantine/core';
import { staffing, underWay } from '@assay/rubric';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/page.js';
import styles from '../quality.module.css';
import type { Board } from './board.documents.js';

const WORKING_DAYS_A_WEEK = 5;

type Field = 'arrivals' | 'minutes' | 'twice' | 'hours' | 'used';
const MOST: Record<Field, number> = { arrivals: 10_000, minutes: 480, twice: 100, hours: 8, used: 100 };

/** How many assessors it takes to keep up, from what came lately; every figure can be tried with another. */
export function StaffingSection({ board }: { board: Board }) {
  const { t } = useTranslation('quality');
  const [tried, setTried] = useState<Partial<Record<Field, number>>>({});
  const figure: Record<Field, number> = { ...lately(board), minutes: 45, hours: 2, used: 80, ...tried };
  const { hoursPerDay, assessors } = staffing({
    arrivalsPerDay: figure.arrivals,
    minutesPerAssessment: figure.minutes,
    secondMarkShare: figure.twice / 100,
    hoursPerAssessorDay: figure.hours,
    utilisation: figure.used / 100,
  });
  const days = (board.medianHoursToRelease ?? 0) / 24;
  const atOnce = Math.round(underWay((figure.arrivals * WORKING_DAYS_A_WEEK) / 7, days));
  // t('quality:staffing.arrivals') t('quality:staffing.minutes') t('quality:staffing.twice') t('quality:staffing.hours') t('quality:staffing.used')
  return (
    <Section title={t('staffing.title')}>
      <output className={styles.staffing}>
        <strong>{t('staffing.takes', { count: assessors })}</strong>{' '}
        {t('staffing.there', { count: board.loads.length, hours: Math.round(hoursPerDay * 10) / 10 })}{' '}
        {atOnce > 0 && t('staffing.underWay', { count: atOnce })}
      </output>
      <div className={styles.fields}>
        {(Object.keys(MOST) as Field[]).map((name) => (
          <NumberInput
            key={name}
            label={t(`staffing.${name}`)}
            value={figure[name]}
            min={name === 'hours' || name === 'used' ? 1 : 0}
            max={MOST[name]}
            clampBehavior="strict"
            decimalScale={1}
            onChange={(value) => typeof value === 'number' && setTried({ ...tried, [name]: value })}
          />
        ))}
      </div>
      <p className={styles.quiet}>{t('staffing.how')}</p>
    </Section>
  );
}

/** What came a working day in the weeks that have been worked in whole, and how much of it was marked twice. */
function lately({ weeks, marks, doubleMarked }: Board): { arrivals: number; twice: number } {
  const whole = weeks.slice(0, -1);
  const released = whole.reduce((sum, week) => sum + week.released, 0);
  const once = marks - doubleMarked;
  return {
    arrivals: whole.length === 0 ? 0 : Math.round((released / whole.length / WORKING_DAYS_A_WEEK) * 10) / 10,
    twice: once > 0 ? Math.min(100, Math.round((doubleMarked / once) * 100)) : 0,
  };
}
