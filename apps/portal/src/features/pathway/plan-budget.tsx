import { monthsAtPace } from '@assay/pathway';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SegmentedChoice } from '../../components/segmented-choice.js';
import { achievementTitle, useFormat } from '../../lib/format.js';
import type { Aim } from './pathway.documents.js';
import styles from './plan-panel.module.css';
import { useMoney } from './use-money.js';
import type { Pace } from './use-pace.js';
import { type Budget, mostMoney, type WhatIf, withBudget } from './what-if.js';

/** What so many hours or so much money would give, what comes second, and what keeping it costs. */
export function PlanBudget({ aim, pace: { aWeek, setAWeek } }: { aim: Aim; pace: Pace }) {
  const { t } = useTranslation('pathway');
  const [search, setSearch] = useSearchParams();
  const most = mostMoney(aim);
  const hasPrices = aim.plan.currency !== null && most > 0;
  const budget: Budget = hasPrices && search.get('budget') === 'money' ? 'MONEY' : 'HOURS';
  const choose = (chosen: Budget) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (chosen === 'MONEY') next.set('budget', 'money');
        else next.delete('budget');
        next.delete('amount');
        return next;
      },
      { replace: true },
    );
  const months = monthsAtPace(aim.plan.hours, aWeek) ?? 0;
  return (
    <div className={styles.whatIf}>
      {hasPrices && (
        <SegmentedChoice
          label={t('budget.in')}
          wide
          options={[
            { value: 'HOURS', label: t('budget.hours') },
            { value: 'MONEY', label: t('budget.money') },
          ]}
          value={budget}
          onChange={choose}
        />
      )}
      <Amount key={budget} aim={aim} budget={budget} most={budget === 'MONEY' ? most : aim.plan.hours} />
      <label>
        <span>{t('whatIf.week')}</span>
        <input
          type="range"
          min={1}
          max={20}
          value={aWeek}
          onChange={(event) => setAWeek(Number(event.currentTarget.value))}
        />
        <output>{t('whatIf.months', { hours: aWeek, count: Math.max(1, Math.ceil(months)) })}</output>
      </label>
      <Keeping aim={aim} />
    </div>
  );
}

function Amount({ aim, budget, most }: { aim: Aim; budget: Budget; most: number }) {
  const { t } = useTranslation('pathway');
  const money = useMoney(aim.plan.currency);
  const [search, setSearch] = useSearchParams();
  const top = Math.ceil(most);
  const said = Number(search.get('amount') ?? Math.round(most / 2));
  const amount = Number.isFinite(said) ? Math.min(Math.max(Math.round(said), 0), top) : 0;
  const given = useMemo(() => withBudget(aim, budget, amount), [aim, budget, amount]);
  const percent = Math.round(given.readiness * 100);
  const set = (value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('amount', value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <label>
        <span>{budget === 'MONEY' ? t('budget.haveMoney') : t('whatIf.have')}</span>
        <input type="range" min={0} max={top} value={amount} onChange={(event) => set(event.currentTarget.value)} />
        <output>
          {budget === 'MONEY'
            ? t('budget.gives', { amount: money(amount), percent })
            : t('whatIf.gives', { count: amount, percent })}
        </output>
      </label>
      <Used aim={aim} budget={budget} given={given} />
    </>
  );
}

/** What the budget goes into, what came second, and what the next step would take. */
function Used({ aim, budget, given }: { aim: Aim; budget: Budget; given: WhatIf }) {
  const { t } = useTranslation('pathway');
  const money = useMoney(aim.plan.currency);
  const nameOf = (id: string) => {
    const achievement = aim.plan.offers.find((each) => each.achievementId === id)?.achievement;
    return achievement ? achievementTitle(achievement) : '';
  };
  const named = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  const { achievementIds, runnerUp, next, cost } = given;
  const spent = (amount: number) => (budget === 'MONEY' ? money(amount) : t('hours', { count: amount }));
  return (
    <p className={styles.note}>
      {achievementIds.length === 0
        ? t('budget.nothing')
        : t('budget.goesInto', { names: named(achievementIds), amount: spent(cost) })}{' '}
      {runnerUp &&
        t('budget.second', {
          names: named(runnerUp.achievementIds),
          percent: Math.round(runnerUp.readiness * 100),
        })}{' '}
      {next && next.costsMore > 0 && t('budget.next', { name: nameOf(next.id), amount: spent(next.costsMore) })}
    </p>
  );
}

/** What it takes to keep all of it, and what no price is known of. */
function Keeping({ aim }: { aim: Aim }) {
  const { t } = useTranslation('pathway');
  const { number } = useFormat();
  const { currency, hoursAYear, price, priceAYear, unpriced, steps } = aim.plan;
  const money = useMoney(currency);
  const without = steps.filter(({ achievementId }) => unpriced.includes(achievementId));
  return (
    <>
      {hoursAYear > 0 && <p className={styles.note}>{t('whatIf.keep', { hours: number(Math.round(hoursAYear)) })}</p>}
      {currency !== null && price > 0 && (
        <p className={styles.note}>
          {t('budget.costs', { amount: money(price) })}{' '}
          {priceAYear > 0 && t('budget.keep', { amount: money(Math.round(priceAYear)) })}
        </p>
      )}
      {price > 0 && without.length > 0 && (
        <p className={styles.note}>
          {t('budget.unpriced', {
            count: without.length,
            names: without.map(({ achievement }) => achievement?.name).join(', '),
          })}
        </p>
      )}
    </>
  );
}
