import { Modal, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useColleagues } from '../lib/use-colleagues.js';
import { Button } from './button.js';
import styles from './evidence-dialog.module.css';
import { type Choice, SearchSelect } from './search-select.js';
import { RefusalNote } from './states.js';

export interface WitnessQuestion {
  title: string;
  question: string;
  witnessName: string;
  witnessEmail: string;
  madeOn: string | null;
}

export interface AttestedItem {
  title: string;
  keptAt: string;
  question: string;
  colleagueId: string;
  madeOn: string | null;
}

interface Props<Given> {
  onSave: (given: Given) => Promise<string | null>;
  onClose: () => void;
}

/** Asks somebody by mail what they saw. The link goes to them alone. */
export function AskWitnessDialog({ onSave, onClose }: Props<WitnessQuestion>) {
  const { t } = useTranslation('evidence');
  const [given, setGiven] = useState({ title: '', question: '', witnessName: '', witnessEmail: '', madeOn: '' });
  const complete = [given.title, given.question, given.witnessName, given.witnessEmail].every((each) => each.trim());
  return (
    <AskDialog
      title={t('ask.witness')}
      act={t('ask.send')}
      complete={Boolean(complete)}
      save={() => onSave({ ...given, madeOn: given.madeOn || null })}
      onClose={onClose}
    >
      {text('title', 'about')}
      {text('witnessName', 'name')}
      {text('witnessEmail', 'email', 'email')}
      {text('madeOn', 'when', 'date')}
      <Textarea
        label={t('ask.question')}
        description={t('ask.questionHint')}
        minRows={4}
        autosize
        value={given.question}
        onChange={(event) => change('question', event.currentTarget.value)}
        required
      />
    </AskDialog>
  );

  function change(field: keyof typeof given, value: string) {
    setGiven((now) => ({ ...now, [field]: value }));
  }
  function text(field: Exclude<keyof typeof given, 'question'>, word: string, type = 'text') {
    // t('evidence:ask.about') t('evidence:ask.name') t('evidence:ask.email') t('evidence:ask.when')
    return (
      <TextInput
        label={t(`ask.${word}`)}
        description={field === 'witnessEmail' ? t('ask.emailHint') : undefined}
        type={type}
        value={given[field]}
        onChange={(event) => change(field, event.currentTarget.value)}
        required={field !== 'madeOn'}
        data-autofocus={field === 'title' || undefined}
      />
    );
  }
}

/** Names something that never leaves the workplace, and the colleague who saw it there. */
export function AttestDialog({ onSave, onClose }: Props<AttestedItem>) {
  const { t } = useTranslation('evidence');
  const colleagues = useColleagues();
  const [colleague, setColleague] = useState<Choice | null>(null);
  const [given, setGiven] = useState({ title: '', keptAt: '', question: '', madeOn: '' });
  const set = (next: Partial<typeof given>) => setGiven((now) => ({ ...now, ...next }));
  const complete = Boolean(colleague && given.title.trim() && given.keptAt.trim() && given.question.trim());
  return (
    <AskDialog
      title={t('ask.attested')}
      act={t('ask.ask')}
      complete={complete}
      save={() => onSave({ ...given, colleagueId: colleague?.value ?? '', madeOn: given.madeOn || null })}
      onClose={onClose}
    >
      <TextInput
        label={t('ask.what')}
        value={given.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        required
        data-autofocus
      />
      <TextInput
        label={t('ask.keptAt')}
        description={t('ask.keptAtHint')}
        value={given.keptAt}
        onChange={(event) => set({ keptAt: event.currentTarget.value })}
        required
      />
      <TextInput
        label={t('ask.when')}
        type="date"
        value={given.madeOn}
        onChange={(event) => set({ madeOn: event.currentTarget.value })}
      />
      <SearchSelect label={t('ask.colleague')} value={colleague} onChange={setColleague} {...colleagues} required />
      <Textarea
        label={t('ask.confirm')}
        description={t('ask.confirmHint')}
        minRows={3}
        autosize
        value={given.question}
        onChange={(event) => set({ question: event.currentTarget.value })}
        required
      />
    </AskDialog>
  );
}

interface FrameProps {
  title: string;
  act: string;
  complete: boolean;
  save: () => Promise<string | null>;
  onClose: () => void;
  children: ReactNode;
}

function AskDialog({ title, act, complete, save, onClose, children }: FrameProps) {
  const { t } = useTranslation('evidence');
  const { t: kit } = useTranslation('kit');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return setProblem(t('ask.incomplete'));
    setBusy(true);
    const why = await save();
    setBusy(false);
    if (why) setProblem(why);
    else onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': kit('close') }}>
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        {children}
        {problem && <RefusalNote>{problem}</RefusalNote>}
        <div className={styles.acts}>
          <Button onClick={onClose}>{kit('cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {act}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
