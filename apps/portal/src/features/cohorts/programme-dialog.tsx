import { useQuery } from '@apollo/client/react';
import { Modal, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button.js';
import { type Choice, SearchSelect } from '../../components/search-select.js';
import { useResultMutation } from '../../lib/result.js';
import { useColleagues } from '../../lib/use-colleagues.js';
import { useViewer } from '../../lib/viewer.js';
import { ACHIEVEMENT_CHOICES, CHANGE_PROGRAMME, CREATE_PROGRAMME, type Programme } from './cohorts.documents.js';
import styles from './cohorts.module.css';
import { FormActs } from './form-acts.js';

/** What a programme is: its name, who runs it, what is earned on the way. */
export function ProgrammeDialog({ of, onClose }: { of?: Programme; onClose: () => void }) {
  const { t } = useTranslation('cohorts');
  const me = useViewer();
  const colleagues = useColleagues();
  const own = { value: me.person.id, label: me.person.displayName };
  const [name, setName] = useState(of?.name ?? '');
  const [summary, setSummary] = useState(of?.summary ?? '');
  const [lead, setLead] = useState<Choice | null>(
    of?.lead ? { value: of.lead.id, label: of.lead.displayName } : of ? null : own,
  );
  const [chosen, setChosen] = useState<Choice[]>(
    () => of?.achievements.map((each) => ({ value: each.achievementId, label: each.name })) ?? [],
  );
  const [create, creating] = useResultMutation(CREATE_PROGRAMME, { refetch: ['Programmes'] });
  const [change, changing] = useResultMutation(CHANGE_PROGRAMME, { refetch: ['Programmes'] });
  const { loading, refusal, failed } = of ? changing : creating;
  const ready = name.trim() !== '' && lead !== null && chosen.length > 0;
  const save = async () => {
    const input = { name, summary, leadId: lead?.value ?? '', achievementIds: chosen.map(({ value }) => value) };
    const { ok } = of ? await change({ id: of.id, input }) : await create({ input });
    if (ok) onClose();
  };
  // t('cohorts:programme.editTitle') t('cohorts:programme.create')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(of ? 'programme.editTitle' : 'programme.create')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void save();
        }}
      >
        <TextInput
          label={t('programme.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          required
          data-autofocus
        />
        <Textarea
          label={t('programme.summary')}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <SearchSelect
          label={t('programme.who')}
          value={lead}
          onChange={setLead}
          {...colleagues}
          found={[own, ...colleagues.found]}
          required
        />
        <Chosen of={chosen} onChange={setChosen} />
        <FormActs
          act={t('save')}
          onClose={onClose}
          busy={loading}
          disabled={!ready}
          refusal={refusal}
          failed={failed}
        />
      </form>
    </Modal>
  );
}

/** Achievements in their order; the one that is picked comes last. */
function Chosen({ of, onChange }: { of: Choice[]; onChange: (next: Choice[]) => void }) {
  const { t } = useTranslation('cohorts');
  const [words, setWords] = useState('');
  const { data, previousData } = useQuery(ACHIEVEMENT_CHOICES, { variables: { search: words || null } });
  const found = ((data ?? previousData)?.achievements.edges ?? [])
    .map(({ node }) => ({ value: node.achievementId, label: node.name }))
    .filter(({ value }) => !of.some((each) => each.value === value));
  return (
    <div>
      <SearchSelect
        // A new field each time: it is empty again once something was picked.
        key={of.length}
        label={t('programme.achievements')}
        description={t('programme.achievementsHint')}
        value={null}
        found={found}
        onSearch={setWords}
        onChange={(choice) => choice && onChange([...of, choice])}
      />
      <ol className={styles.chosen}>
        {of.map((each) => (
          <li key={each.value}>
            {each.label}
            <IconButton
              label={t('programme.without', { name: each.label })}
              onClick={() => onChange(of.filter(({ value }) => value !== each.value))}
            >
              <IconX size={16} stroke={1.6} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
    </div>
  );
}
