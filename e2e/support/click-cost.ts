import type { Locator, Page } from 'playwright-core';

/** Of the middle click: what the page's own thread worked, what it works where nothing changes, and what somebody waited. */
export interface ClickCost {
  cpu: number;
  idle: number;
  clock: number;
}

/** The browser tells of none that took less. */
const SHORTEST = 16;

/**
 * What it takes from a click until its outcome is painted. Work is counted in time of the processor, which a busy machine does not
 * make longer; what somebody waits is told by the browser, in steps of 8 ms.
 */
export async function costOfClicks(
  page: Page,
  times: number,
  ready: (nth: number) => Promise<Locator>,
): Promise<ClickCost> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { waits: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') seen.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const costOf = async (at: { x: number; y: number }) => {
    await page.mouse.move(at.x, at.y);
    await painted(page);
    const before = await worked();
    await page.mouse.down();
    await page.mouse.up();
    await painted(page);
    return (await worked()) - before;
  };
  const [cpu, idle, clock]: [number[], number[], number[]] = [[], [], []];
  for (let nth = 0; nth < times; nth += 1) {
    const at = await middleOf(await ready(nth));
    await waits(page);
    cpu.push(await costOf(at));
    await page.waitForTimeout(200);
    clock.push(Math.max(SHORTEST, ...(await waits(page))));
    idle.push(await costOf({ x: 2, y: 2 }));
  }
  await devtools.detach();
  return { cpu: Math.round(middle(cpu)), idle: Math.round(middle(idle)), clock: Math.round(middle(clock)) };
}

/** How long clicks took since this was asked last. */
const waits = (page: Page) => page.evaluate(() => (window as unknown as { waits: number[] }).waits.splice(0));

/** When what was done until now is on the screen. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

async function middleOf(of: Locator): Promise<{ x: number; y: number }> {
  await of.waitFor();
  const box = await of.boundingBox();
  if (!box) throw new Error('There is nothing to click.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const middle = (of: readonly number[]): number => [...of].sort((one, other) => one - other)[of.length >> 1] ?? 0;
