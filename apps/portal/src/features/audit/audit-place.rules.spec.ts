import { exportPath, readDetail, variablesOf } from './audit-place.rules.js';

describe('the address of the audit log', () => {
  it('asks for whole days, the last one included', () => {
    const { from, to } = variablesOf({ from: '2026-11-01', to: '2026-11-30' });
    expect(from).toBe(new Date(2026, 10, 1).toISOString());
    expect(to).toBe(new Date(2026, 11, 1).toISOString());
  });

  it('takes nonsense for nothing', () => {
    const nothing = {
      search: null,
      actorId: null,
      operation: null,
      targetId: null,
      from: null,
      to: null,
      outcome: null,
      kind: null,
    };
    expect(variablesOf({ from: 'yesterday', to: '', outcome: 'MAYBE', kind: 'GHOST', search: '  ' })).toEqual(nothing);
  });

  it('exports what is shown', () => {
    expect(exportPath('csv', variablesOf({}))).toBe('/audit/export.csv');
    expect(exportPath('jsonl', variablesOf({ operation: 'addPerson', outcome: 'REFUSED' }))).toBe(
      '/audit/export.jsonl?operation=addPerson&outcome=REFUSED',
    );
  });

  it('takes a detail apart', () => {
    expect(readDetail('Refused: InvalidInput · input.email 16 characters · n 3')).toEqual({
      ended: 'Refused: InvalidInput',
      given: [
        { name: 'input.email', value: '16 characters' },
        { name: 'n', value: '3' },
      ],
    });
    expect(readDetail('Done').given).toEqual([]);
  });
});
