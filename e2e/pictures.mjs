// Pictures of every page of a running demonstration, wide and narrow, light and dark:
//   BASE_URL=http://localhost:4000 node e2e/pictures.mjs FOLDER [name…]
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { enter, settled, TOUR } from './support/tour.mjs';

const [folder = 'pictures', ...only] = process.argv.slice(2);
const baseURL = process.env.BASE_URL ?? 'http://localhost:4000';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
await mkdir(folder, { recursive: true });
for (const { role, stops } of TOUR) {
  const wanted = stops.filter(({ name }) => only.length === 0 || only.includes(name));
  if (wanted.length === 0) continue;
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (role) await enter(page, role);
  for (const stop of wanted)
    await picture(page, stop).catch((error) => console.error(`${stop.name}: ${error.message}`));
  await context.close();
}
await browser.close();

async function picture(page, stop) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await stop.open(page);
  await settled(page);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${stop.name}-${width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
