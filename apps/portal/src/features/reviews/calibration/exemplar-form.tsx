import { Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Section } from '../../../components/page.js';
import { SaveState } from '../../../components/save-state.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import styles from '../quality.module.css';
import { savingOf } from './saving.js';
import { type Exemplar, SAVE_EXEMPLAR } from './calibration.documents.js';

interface Draft {
  title: string;
  items: readonly { title: string; text: string; url: string | null }[];
}

/** The work of an exemplar while it is in the making, saved as one writes. */
export function ExemplarForm({ exemplar }: { exemplar: Exemplar }) {
  const { t } = useTranslation('quality');
  const [draft, setDraft] = useState<Draft>({ title: exemplar.title, items: exemplar.items });
  const revision = useRef(exemplar.revision);
  const [save] = useResultMutation(SAVE_EXEMPLAR);
  const { queue, state } = useAutosave<Draft>(async (_key, { title, items }) => {
    const input = {
      title,
      items: items.map((item) => ({ title: item.title, text: item.text, url: item.url })),
      expectedRevision: revision.current,
    };
    const answer = await save({ id: exemplar.id, input });
    if (answer.ok) {
      revision.current = answer.ok.revision;
      return 'saved';
    }
    return answer.failed ? 'unreachable' : 'refused';
  }, null);
  const change = (next: Draft) => {
    setDraft(next);
    // A piece without a title cannot be saved yet; what is written waits for it.
    if (next.title.trim() && next.items.every(({ title }) => title.trim())) queue.put('exemplar', next);
  };
  const changeItem = (index: number, more: Partial<Draft['items'][number]>) =>
    change({ ...draft, items: draft.items.map((item, at) => (at === index ? { ...item, ...more } : item)) });
  return (
    <Section title={t('exemplar.theWork')} aside={<SaveState saving={savingOf(state, t('kept'))} />}>
      <div className={styles.form}>
        <p className={styles.quiet}>{t('exemplar.checkNames')}</p>
        <TextInput
          label={t('exemplar.name')}
          value={draft.title}
          onChange={(event) => change({ ...draft, title: event.currentTarget.value })}
          required
        />
        {draft.items.map((item, index) => (
          <fieldset key={index} className={styles.piece}>
            <legend>{t('exemplar.piece', { letter: String.fromCodePoint(65 + index) })}</legend>
            <TextInput
              label={t('exemplar.pieceTitle')}
              value={item.title}
              onChange={(event) => changeItem(index, { title: event.currentTarget.value })}
              required
            />
            <Textarea
              label={t('exemplar.pieceText')}
              value={item.text}
              onChange={(event) => changeItem(index, { text: event.currentTarget.value })}
              autosize
              minRows={3}
              maxRows={16}
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={t('exemplar.removeNamed', { name: item.title })}
              onClick={() => change({ ...draft, items: draft.items.filter((_, at) => at !== index) })}
            >
              {t('exemplar.remove')}
            </Button>
          </fieldset>
        ))}
        <div>
          <Button onClick={() => change({ ...draft, items: [...draft.items, { title: '', text: '', url: null }] })}>
            {t('exemplar.add')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
