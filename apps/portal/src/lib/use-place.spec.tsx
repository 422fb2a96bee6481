import { act, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { usePlace } from './use-place.js';

let go: (next: Record<string, string | null>) => void = () => undefined;

function Place() {
  const [place, set] = usePlace();
  go = set;
  return <p>{JSON.stringify(place)}</p>;
}

const open = (address: string) => {
  const router = createMemoryRouter([{ path: '/', element: <Place /> }], { initialEntries: [address] });
  render(<RouterProvider router={router} />);
  return router;
};

it('is at the new place at once, and the address follows', async () => {
  const router = open('/?slot=a');
  await act(async () => go({ slot: 'b' }));
  await act(async () => go({ slot: 'c', scope: 'held' }));
  expect(screen.getByText('{"slot":"c","scope":"held"}')).toBeVisible();
  expect(router.state.location.search).toBe('?slot=c&scope=held');
});

it('goes along when a link to the same page moves the address', async () => {
  const router = open('/?slot=a');
  await act(async () => go({ slot: 'b' }));
  await act(() => router.navigate('/?slot=z'));
  expect(screen.getByText('{"slot":"z"}')).toBeVisible();
});
