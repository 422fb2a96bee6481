import type { Session } from 'fastify';
import { KeptSessions, type SessionStore } from './kept-sessions.js';

describe('sessions that are kept for a moment', () => {
  let time = 0;
  let asked: string[] = [];
  const stored = new Map<string, object>();
  const store: SessionStore = {
    get: (id, answered) => {
      asked.push(id);
      answered(null, (stored.get(id) as Session | undefined) ?? null);
    },
    set: (id, session, answered) => {
      stored.set(id, session);
      answered();
    },
    destroy: (id, answered) => {
      stored.delete(id);
      answered();
    },
  };
  const sessions = new KeptSessions(store, () => time);
  const get = (id: string) =>
    new Promise<Session | null | undefined>((found, failed) => {
      sessions.get(id, (error, session) => (error ? failed(error as Error) : found(session)));
    });
  const done = (work: (answered: () => void) => void) => new Promise<void>((resolve) => work(resolve));

  beforeEach(() => {
    asked = [];
  });

  it('are asked for once in a minute, each as its own copy', async () => {
    stored.set('a', { signInId: 'one', personId: 'noor' });
    const first = await get('a');
    if (first) first.personId = 'somebody else';
    expect(await get('a')).toEqual({ signInId: 'one', personId: 'noor' });
    time += 60_000;
    await get('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('are never kept before somebody signed in, nor where there is none', async () => {
    stored.set('b', { onTheWay: 1 });
    for (const id of ['b', 'b', 'c', 'c']) await get(id);
    expect(asked).toEqual(['b', 'b', 'c', 'c']);
  });

  it('are gone when they were ended, and new when they were written', async () => {
    stored.set('d', { signInId: 'one', personId: 'noor' });
    await get('d');
    await done((answered) => sessions.set('d', { signInId: 'two', personId: 'bo' } as Session, answered));
    expect(await get('d')).toMatchObject({ personId: 'bo' });
    await done((answered) => sessions.destroy('d', answered));
    expect(await get('d')).toBeNull();
  });
});
