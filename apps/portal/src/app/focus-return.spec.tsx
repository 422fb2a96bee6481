import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useFocusReturn } from './focus-return.js';

function Rows() {
  const [rows, setRows] = useState(['one', 'two', 'three']);
  const [undone, undo] = useState(false);
  useFocusReturn();
  return (
    <main>
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <input aria-label={row} />
            <button type="button" onClick={() => setRows(rows.filter((each) => each !== row))}>
              Remove {row}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" disabled={undone} onClick={() => undo(true)}>
          Undo
        </button>
        <button type="button">Add a row</button>
      </p>
    </main>
  );
}

it('goes to what stands in the place of a row that was removed, and to the row before where it was the last', async () => {
  const user = userEvent.setup();
  render(<Rows />);
  await user.click(screen.getByRole('button', { name: 'Remove two' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove three' })).toHaveFocus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove one' })).toHaveFocus());
});

it('goes on to the next act where one can be done no more', async () => {
  const user = userEvent.setup();
  render(<Rows />);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Add a row' })).toHaveFocus());
});
