import type { Page } from 'playwright-core';

/** Comes back to the team map, and reads one cell aloud: person, skill, level. */
export async function cellOf(page: Page, person: string, skill: string): Promise<string> {
  await page.goto('/team');
  const cell = page.getByRole('table').getByRole('button', { name: `${person}, ${skill}` });
  await cell.waitFor();
  return (await cell.getAttribute('aria-label')) ?? '';
}

/** Comes back to the team map and reads who is on it. */
export async function teamOf(page: Page): Promise<string[]> {
  await page.goto('/team');
  await page.getByRole('table').first().waitFor();
  return page.getByRole('rowheader').evaluateAll((heads) => heads.map((head) => head.firstChild?.textContent ?? ''));
}
