import { source as axe, type AxeResults, type RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Chromium without anything that reaches outside. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A person at their own browser: nothing is shared with the next one. */
export async function personAt(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, context, faults };
}

const WCAG: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
  // None of these rules reads style sheets as texts; collecting them takes a quarter of the time.
  preload: false,
};

/** What a checker of WCAG 2.2 AA finds on the page as it stands: one line per rule that is broken. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // The checker is large: it stays where it was put until another document is loaded.
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
  }
  const { violations } = await page.evaluate(
    (options) => (window as unknown as { axe: Checker }).axe.run(document, options),
    WCAG,
  );
  return violations.map(
    (each) =>
      `${each.id}: ${each.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  );
}

interface Checker {
  run(root: Document, options: RunOptions): Promise<AxeResults>;
}

/** Runs a story; when it breaks, the error says what stood on every screen. */
export async function told(browser: Browser, story: () => Promise<void>): Promise<void> {
  try {
    await story();
  } catch (error) {
    const screens: string[] = [];
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      const read = await page
        .locator('body')
        .ariaSnapshot({ timeout: 2_000 })
        .catch(() => 'cannot be read');
      screens.push(`${page.url()}\n${read}`);
    }
    console.error(screens.join('\n\n'));
    throw error;
  }
}
