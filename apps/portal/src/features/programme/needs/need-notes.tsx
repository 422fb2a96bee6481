import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { TextLink } from '../../../components/text-link.js';
import { useToast } from '../../../components/toast.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { type Note, REMOVE_NOTE, SAVE_NOTE, STRATEGY_NOTES } from './needs.documents.js';
import { NoteDialog } from './note-dialog.js';
import styles from './needs.module.css';

/** What the business expects to need, in the words of whoever plans. */
export function NeedNotes() {
  const { t } = useTranslation('needs');
  const { date } = useFormat();
  const toast = useToast();
  const { data } = useQuery(STRATEGY_NOTES);
  const [writing, setWriting] = useState<Note | 'new' | null>(null);
  const refetch = ['StrategyNotes', 'SkillNeeds'];
  const [remove] = useResultMutation(REMOVE_NOTE, { refetch });
  const [restore] = useResultMutation(SAVE_NOTE, { refetch });
  const takeAway = async (note: Note) => {
    const { ok, refusal } = await remove({ id: note.id });
    if (!ok) return toast(refusal?.message ?? t('unreachable'));
    const { title, body, horizon, skills } = note;
    toast(t('note.removed', { title }), {
      undo: () => void restore({ input: { title, body, horizon, skillIds: skills.map(({ id }) => id) } }),
    });
  };
  // t('needs:horizon.NOW') t('needs:horizon.NEXT') t('needs:horizon.LATER')
  return (
    <Section
      title={t('note.title')}
      aside={<TextLink to="/programme/frameworks/waiting">{t('note.proposals')}</TextLink>}
    >
      <p className={styles.sub}>{t('note.hint')}</p>
      <ul className={styles.notes} id="notes">
        {data?.strategyNotes.map((note) => (
          <li key={note.id}>
            <div>
              <b>{note.title}</b> <small>{t(`horizon.${note.horizon}`)}</small>
            </div>
            {note.body && <p>{note.body}</p>}
            <p>
              {note.skills.map(({ id, name }, at) => (
                <span key={id}>
                  {at > 0 && ', '}
                  <TextLink to={`/programme/skills/${id}`}>{name}</TextLink>
                </span>
              ))}
            </p>
            <small>
              {note.writtenBy?.displayName}, {date(note.changedAt)}
            </small>
            <span className={styles.acts}>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('note.editNamed', { title: note.title })}
                onClick={() => setWriting(note)}
              >
                {t('note.edit')}
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('note.removeNamed', { title: note.title })}
                onClick={() => void takeAway(note)}
              >
                {t('note.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Button onClick={() => setWriting('new')}>{t('note.add')}</Button>
      {writing && <NoteDialog note={writing === 'new' ? null : writing} onClose={() => setWriting(null)} />}
    </Section>
  );
}
