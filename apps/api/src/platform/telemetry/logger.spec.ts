import { QueryFailedError } from 'typeorm';
import { faultOf } from './logger.js';

describe('what the log keeps of an error', () => {
  it('tells the fault and not the words of people that the statement carried', () => {
    const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
      code: '23505',
      detail: 'Key (lower(email))=(ada@example.org) already exists.',
    });
    const failed = new QueryFailedError(
      'INSERT INTO person VALUES ($1, $2)',
      ['Ada Example', 'ada@example.org'],
      cause,
    );
    const kept = JSON.stringify(faultOf(failed));
    expect(kept).toContain('duplicate key value');
    expect(kept).not.toContain('ada@example.org');
    expect(kept).not.toContain('Ada Example');
  });

  it('copes with what is no error at all', () => {
    expect(faultOf('gone')).toEqual({ message: 'gone' });
  });
});
