import { HALLMARK } from '@assay/credential';
import { earlierLooks } from './earlier-looks.rules.js';

const morning = new Date('2026-03-02T09:00:00Z');
const minutes = (count: number) => new Date(morning.getTime() + count * 60_000);
const template = (more: object = {}) => ({
  ...{ revision: 4, name: 'Plain', slots: HALLMARK, changedAt: morning, changedBy: 'noor', earlier: [] },
  ...more,
});
const other = { name: 'Plainer', slots: HALLMARK };

it('keeps how a template was when a new sitting begins, and not each save of one', () => {
  expect(earlierLooks(template(), other, { at: minutes(5), by: 'noor' })).toEqual([]);
  expect(earlierLooks(template(), other, { at: minutes(45), by: 'noor' })).toMatchObject([
    { revision: 4, name: 'Plain', changedAt: morning.toISOString() },
  ]);
  expect(earlierLooks(template(), other, { at: minutes(1), by: 'sam' })).toHaveLength(1);
});

it('keeps what a template began as', () => {
  expect(earlierLooks(template({ revision: 1 }), other, { at: minutes(1), by: 'noor' })).toHaveLength(1);
});

it('keeps nothing when nothing changes, in whatever order the slots come', () => {
  const turned = Object.fromEntries(Object.entries(HALLMARK).reverse()) as unknown as typeof HALLMARK;
  expect(earlierLooks(template(), { name: 'Plain', slots: turned }, { at: minutes(60), by: 'sam' })).toEqual([]);
});

it('keeps the last twenty', () => {
  const before = Array.from({ length: 20 }, (_, at) => ({
    ...{ revision: at, name: `${at}`, slots: HALLMARK, changedAt: morning.toISOString() },
  }));
  const kept = earlierLooks(template({ earlier: before }), other, { at: minutes(60), by: 'noor' });
  expect([kept.length, kept[0]?.name]).toEqual([20, 'Plain']);
});
