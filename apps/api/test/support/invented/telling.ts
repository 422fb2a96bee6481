import type { Inventing } from './inventing.js';

export function inventTold(it: Inventing, people: string[]): void {
  for (const person of people) {
    if (it.chance(0.5))
      it.add('notification', {
        ...{
          person_id: person,
          kind: 'BADGE_READY',
          title: 'Ready',
          body: '',
          subjects: {},
          created_at: it.hour(),
        },
      });
    if (it.chance(0.3)) {
      const id = it.add('mail', {
        ...{ kind: 'TEST', to_address: 'x@example.org', to_person_id: person, created_at: it.hour(), attempts: 1 },
        state: it.chance(0.5) ? 'WAITING' : 'FAILED',
      });
      it.put('mail_letter', { mail_id: id, subject: 'Hello', body_text: 'x', body_html: 'x' });
      it.put('own_keys', { person_id: person, single: true, own: {} });
      it.put('notification_preference', { person_id: person, topic: 'BADGES', rhythm: 'DAILY' });
    }
    if (it.chance(0.3))
      it.add('audit_entry', {
        ...{ at: it.hour(), actor_id: person, actor_kind: 'person', operation: 'somethingDone', detail: {} },
        digest: '0',
      });
  }
}
