import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { KeyValues } from '../../../components/key-values.js';
import { SaveState } from '../../../components/save-state.js';
import { Note, RefusalNote } from '../../../components/states.js';
import type { SaveAnswer } from '../../../lib/autosave.js';
import { useFormat } from '../../../lib/format.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAutosave } from '../../../lib/use-autosave.js';
import type { Framework } from './framework.documents.js';
import { type FrameworkInput, SAVE_FRAMEWORK } from './framework-draft.documents.js';
import { FrameworkFigures } from './framework-figures.js';
import { savingOf } from './skill-editor.js';
import { Stewards } from './stewards.js';
import styles from './framework.module.css';
import editor from './skill-editor.module.css';

// t('programme:framework.imported') t('programme:framework.published')

/** What a framework says of itself and on what terms it may be used; written in a draft, read otherwise. */
export function FrameworkTerms({ framework }: { framework: Framework }) {
  const edits = framework.viewerCan.includes('edit');
  return (
    <>
      <FrameworkFigures
        id={framework.id}
        counts={framework.counts}
        levels={framework.scale.levels.map((level) => level.label)}
      />
      {edits ? <Form framework={framework} /> : <Terms framework={framework} />}
      <div className={styles.stewards}>
        <Stewards framework={framework} />
      </div>
    </>
  );
}

function Terms({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const words = useTranslation('programme').t;
  const { date } = useFormat();
  const address = (url: string | null) =>
    url ? (
      <a href={url} rel="noreferrer noopener" target="_blank">
        {url}
      </a>
    ) : (
      '–'
    );
  return (
    <KeyValues
      items={[
        { name: t('terms.description'), value: framework.description || '–' },
        { name: words('import.fields.publisher'), value: framework.publisher },
        { name: words('import.fields.version'), value: framework.version },
        { name: words('import.fields.licence'), value: framework.licence },
        { name: t('terms.licenceUrl'), value: address(framework.licenceUrl) },
        { name: words('import.fields.attribution'), value: framework.attribution },
        { name: t('terms.outside'), value: framework.restricted ? t('terms.isRestricted') : t('terms.isOpen') },
        { name: t('terms.language'), value: framework.language },
        { name: words('import.fields.sourceUrl'), value: address(framework.sourceUrl) },
        { name: words('framework.imported'), value: date(framework.createdAt) },
        { name: words('framework.published'), value: framework.publishedAt ? date(framework.publishedAt) : '–' },
      ]}
    />
  );
}

const FIELDS = [
  'title',
  'publisher',
  'version',
  'language',
  'licence',
  'licenceUrl',
  'attribution',
  'sourceUrl',
  'description',
] as const;
const LONG: readonly string[] = ['attribution', 'description'];

function Form({ framework }: { framework: Framework }) {
  const { t } = useTranslation('frameworks');
  const [draft, setDraft] = useState(framework);
  const revision = useRef(framework.revision);
  const [problems, setProblems] = useState<readonly { field: string; message: string }[]>([]);
  const [meanwhile, setMeanwhile] = useState<number | null>(null);
  const [save] = useResultMutation(SAVE_FRAMEWORK);
  const send = async (_field: string, input: FrameworkInput): Promise<SaveAnswer> => {
    const { ok, refusal } = await save({ id: framework.id, expectedRevision: revision.current, input });
    if (ok) {
      revision.current = ok.revision;
      setProblems([]);
      return 'saved';
    }
    if (!refusal) return 'unreachable';
    if (refusal.__typename === 'ChangedMeanwhile') {
      setMeanwhile(refusal.currentRevision);
      return 'stopped';
    }
    setProblems(refusal.__typename === 'InvalidInput' ? refusal.problems : [{ field: '', message: refusal.message }]);
    return 'refused';
  };
  const { queue, state } = useAutosave<FrameworkInput>(send, null);
  const change = (field: (typeof FIELDS)[number] | 'restricted', value: string | boolean) => {
    setDraft((now) => ({ ...now, [field]: value }));
    queue.put(field, { [field]: value });
  };
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  // t('frameworks:terms.title') t('frameworks:terms.publisher') t('frameworks:terms.version') t('frameworks:terms.language')
  // t('frameworks:terms.licence') t('frameworks:terms.licenceUrl') t('frameworks:terms.attribution')
  // t('frameworks:terms.sourceUrl') t('frameworks:terms.description')
  return (
    <div className={editor.form}>
      <div className={editor.state}>
        <SaveState saving={savingOf(state, t('edit.kept'))} />
      </div>
      {meanwhile !== null && (
        <Note tone="amber">
          {t('terms.meanwhile')}{' '}
          <Button
            size="small"
            onClick={() => {
              // Only the fields that were touched are sent; the others stay as they were saved meanwhile.
              revision.current = meanwhile;
              setMeanwhile(null);
              queue.resume();
            }}
          >
            {t('terms.saveMine')}
          </Button>
        </Note>
      )}
      {wrong('') && <RefusalNote>{wrong('')}</RefusalNote>}
      {FIELDS.map((field) => {
        const props = {
          label: t(`terms.${field}`),
          value: draft[field] ?? '',
          error: wrong(field),
          onChange: (event: { currentTarget: { value: string } }) => change(field, event.currentTarget.value),
        };
        return LONG.includes(field) ? (
          <Textarea key={field} {...props} autosize minRows={2} />
        ) : (
          <TextInput key={field} {...props} />
        );
      })}
      <Checkbox
        label={t('terms.restricted')}
        description={t('terms.restrictedHint')}
        checked={draft.restricted}
        onChange={(event) => change('restricted', event.currentTarget.checked)}
      />
    </div>
  );
}
