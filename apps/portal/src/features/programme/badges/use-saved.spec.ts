import { act, renderHook, waitFor } from '@testing-library/react';
import { useSaved } from './use-saved.js';

interface Sent {
  value: string;
  revision: number;
}

/** Somebody else saved revision 4 meanwhile; whoever builds on that is taken. */
const written = async (sent: Sent[]) => {
  const { result } = renderHook(() =>
    useSaved('as it was', 1, (value: string, revision) => {
      sent.push({ value, revision });
      const refusal = { __typename: 'ChangedMeanwhile', message: 'Changed meanwhile.', currentRevision: 4 };
      return Promise.resolve(revision < 4 ? { refusal } : { ok: { revision: revision + 1 } });
    }),
  );
  act(() => result.current.change('mine'));
  await waitFor(() => expect(result.current.conflict).toBe(4), { timeout: 4_000 });
  return result;
};

describe('a certificate, a kit or a template that two people write at once', () => {
  it('keeps what I wrote until I say whose words count, and saves mine over theirs', async () => {
    const sent: Sent[] = [];
    const result = await written(sent);
    expect(result.current.value).toBe('mine');
    expect(sent).toEqual([{ value: 'mine', revision: 1 }]);
    act(() => result.current.keepMine());
    await waitFor(() => expect(result.current.revision).toBe(5), { timeout: 4_000 });
    expect(sent.at(-1)).toEqual({ value: 'mine', revision: 4 });
    expect(result.current.conflict).toBeNull();
  });

  it('takes theirs, and gives mine back by undoing', async () => {
    const sent: Sent[] = [];
    const result = await written(sent);
    act(() => result.current.takeTheirs('theirs', 4));
    expect(result.current.value).toBe('theirs');
    act(() => result.current.undo());
    expect(result.current.value).toBe('mine');
    await waitFor(() => expect(sent.at(-1)).toEqual({ value: 'mine', revision: 4 }), { timeout: 4_000 });
  });
});
