import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { startI18n } from '../../lib/i18n.js';
import type { Lanes } from './lanes.js';
import { LatticeGraph } from './lattice-graph.js';

const loadArea = async (area: string) =>
  JSON.parse(readFileSync(join(__dirname, `../../locales/en/${area}.json`), 'utf8')) as Record<string, unknown>;
const ladder = (name: string, rungs: string[]) => ({
  ...{ id: name, name },
  levels: rungs.map((rung, order) => ({
    ...{ id: rung, name: rung, order, asks: 2 },
    myNearness: { verified: 0.5, claimed: 0.25, band: 'STRETCH' as const },
  })),
});
const lanes: Lanes = { roles: [ladder('Fitter', ['Junior', 'Senior']), ladder('Planner', ['Lead'])], across: [] };

function Walked() {
  const [chosen, choose] = useState<string | null>(null);
  return (
    <LatticeGraph
      {...{ lanes, here: 'Junior', goal: 'Senior', selected: chosen ?? 'Senior' }}
      onSelect={choose}
      onLeave={() => choose(null)}
    />
  );
}

it('is walked by keys alone: one stop for Tab, arrows between rungs, Enter for a plan, Escape back to where one stands', async () => {
  const i18n = await startI18n(loadArea, 'en', ['pathway']);
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <Walked />
      </MantineProvider>
    </I18nextProvider>,
  );
  const rung = (name: string) => screen.getByRole('button', { name: new RegExp(name) });
  expect(screen.getByRole('group', { name: 'Pathway' })).toHaveAccessibleDescription(/Arrow keys/);
  await userEvent.tab();
  expect(rung('Senior')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  expect(rung('Lead')).toHaveFocus();
  expect(rung('Senior')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('{Enter}');
  expect(rung('Lead')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('{Escape}');
  expect(rung('Junior')).toHaveFocus();
  expect(rung('Senior')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.tab();
  expect(document.body).toHaveFocus();
});
