import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { SearchSelect } from '../../../components/search-select.js';
import styles from '../courses.module.css';
import { PROVIDER_CHOICES } from './course.documents.js';
import { DraftText } from './draft-text.js';
import { ProviderDialog } from './provider-dialog.js';
import type { CourseDraftState } from './use-course-draft.js';

/** What it is and who gives it. */
export function FactsSection({ state }: { state: CourseDraftState }) {
  const { t } = useTranslation('courses');
  return (
    <div className={styles.form}>
      <DraftText state={state} field="title" />
      <div className={styles.two}>
        <DraftText state={state} field="code" hint={t('hint.code')} />
        <DraftText state={state} field="language" hint={t('hint.language')} />
      </div>
      <ProviderField state={state} />
      <DraftText state={state} field="url" inputMode="url" />
      <DraftText state={state} field="description" lines={3} />
      <DraftText state={state} field="topics" hint={t('hint.topics')} />
      <DraftText state={state} field="area" hint={t('hint.area')} />
    </div>
  );
}

function ProviderField({ state }: { state: CourseDraftState }) {
  const { t } = useTranslation('courses');
  const [words, setWords] = useState('');
  const [adding, setAdding] = useState(false);
  const { data, previousData } = useQuery(PROVIDER_CHOICES, { variables: { search: words || null } });
  const found = (data ?? previousData)?.courseProviders.edges.map(({ node }) => ({ value: node.id, label: node.name }));
  const { provider } = state.draft;
  return (
    <div className={styles.beside}>
      <SearchSelect
        key={provider?.id ?? ''}
        label={t('field.provider')}
        value={provider && { value: provider.id, label: provider.name }}
        found={found ?? []}
        onSearch={setWords}
        onChange={(choice) => state.change('provider', choice && { id: choice.value, name: choice.label })}
        error={state.problems.provider}
        nothingFoundMessage={t('provider.unknown')}
        clearable
        w={320}
        maw="100%"
      />
      <Button variant="quiet" onClick={() => setAdding(true)}>
        {t('provider.add')}
      </Button>
      {adding && (
        <ProviderDialog
          provider={null}
          named={words}
          onClose={() => setAdding(false)}
          onSaved={(added) => state.change('provider', added)}
        />
      )}
    </div>
  );
}
