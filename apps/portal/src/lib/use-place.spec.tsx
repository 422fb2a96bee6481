import { act, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { usePlace } from './use-place.js';

function Place() {
  const [place, go] = usePlace();
  return (
    <>
      <p>{JSON.stringify(place)}</p>
      <button type="button" onClick={() => go({ slot: 'b' })}>
        to b
      </button>
      <button type="button" onClick={() => go({ slot: 'c', scope: 'held' })}>
        to c, held
      </button>
    </>
  );
}

const open = (address: string) => {
  const router = createMemoryRouter([{ path: '/', element: <Place /> }], { initialEntries: [address] });
  render(<RouterProvider router={router} />);
  return router;
};
const press = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));

it('is at the new place at once, and the address follows', async () => {
  const router = open('/?slot=a');
  await press('to b');
  await press('to c, held');
  expect(screen.getByText('{"slot":"c","scope":"held"}')).toBeVisible();
  expect(router.state.location.search).toBe('?slot=c&scope=held');
});

it('goes along when a link to the same page moves the address', async () => {
  const router = open('/?slot=a');
  await press('to b');
  await act(() => router.navigate('/?slot=z'));
  expect(screen.getByText('{"slot":"z"}')).toBeVisible();
});
