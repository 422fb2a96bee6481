import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Button } from '../../../components/button.js';
import { LooksLike } from '../../../components/looks-like.js';
import { PageHeader, Section } from '../../../components/page.js';
import { RefusalNote } from '../../../components/states.js';
import { useResultMutation } from '../../../lib/result.js';
import { CancelAct } from './cancel-act.js';
import { ColumnTable } from './column-table.js';
import { type PeopleImport, PREVIEW_PEOPLE } from './import.documents.js';
import { ImportChoices } from './import-choices.js';
import { ImportSteps } from './import-steps.js';
import styles from './import.module.css';
import { lacksOf, type Mapped, twiceIn } from './mapping.rules.js';

/** Which column is what, from which day on, and what becomes of people who are not in the file. */
export function ImportColumns({ found }: { found: PeopleImport }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const [mapping, setMapping] = useState<Mapped[]>(() => [...found.mapping]);
  const [effectiveOn, setEffectiveOn] = useState(found.effectiveOn);
  const [missing, setMissing] = useState(found.missing);
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_PEOPLE);
  const lacks = lacksOf(mapping);
  const twice = twiceIn(mapping);
  const asIs =
    mapping.every((each, at) => each.field === found.mapping[at]?.field) &&
    effectiveOn === found.effectiveOn &&
    missing === found.missing;

  const go = async () => {
    // What was read with these very choices stands already.
    if (asIs) return setParams({});
    const { ok } = await preview({
      input: {
        fileId: found.id,
        mapping: mapping.map(({ header, field }) => ({ header, field })),
        effectiveOn,
        missing,
      },
    });
    if (ok) void navigate(`/admin/people/import/${ok.id}`, { replace: true });
  };

  // t('people:import.lacks.key') t('people:import.lacks.name')
  return (
    <>
      <PageHeader
        title={found.fileName}
        above={<ImportSteps now="columns" />}
        below={t('import.columnsLead', { count: found.columns.length })}
        acts={<CancelAct found={found} />}
      />
      <LooksLike likely={found.looksLike} here="/admin/people/import" />
      <Section title={t('import.steps.columns')}>
        <ColumnTable
          columns={found.columns}
          mapping={mapping}
          guessed={found.mapping}
          twice={twice}
          onChange={setMapping}
        />
      </Section>
      <ImportChoices
        effectiveOn={effectiveOn}
        onEffectiveOn={setEffectiveOn}
        missing={missing}
        onMissing={setMissing}
        problem={refusal?.__typename === 'InvalidInput' ? refusal.problems : []}
      />
      {lacks.map((lack) => (
        <RefusalNote key={lack}>{t(`import.lacks.${lack}`)}</RefusalNote>
      ))}
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
      <div className={styles.acts}>
        <Button
          variant="primary"
          size="large"
          busy={loading}
          disabled={lacks.length > 0 || twice.size > 0}
          onClick={() => void go()}
        >
          {t('import.show')}
        </Button>
        <span className={styles.hint}>{t('import.nothingWritten')}</span>
      </div>
    </>
  );
}
