import type { Inventing, Row } from './inventing.js';

export function inventEvidence(it: Inventing, people: string[]): Map<string, Row[]> {
  const byPerson = new Map<string, Row[]>();
  for (const person of people) {
    const items: Row[] = [];
    for (let n = it.number(0, 3); n > 0; n--) {
      const fileId = it.chance(0.6)
        ? it.add('stored_file', {
            ...{
              owner_id: person,
              purpose: 'evidence',
              name: 'a.png',
              media_type: 'image/png',
              bytes: 1,
              sha256: '0',
            },
            created_at: it.hour(),
            taken_at: it.hour(),
          })
        : null;
      const content = {
        ...{ person_id: person, kind: fileId ? 'FILE' : 'TEXT', title: 'A', note: '', text: fileId ? null : 'Words' },
        ...{ file_id: fileId, created_at: it.hour(), revision: 1 },
      };
      items.push({ ...content, id: it.add('evidence_item', content) });
    }
    byPerson.set(person, items);
  }
  return byPerson;
}
