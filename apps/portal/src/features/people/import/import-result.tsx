import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../components/button.js';
import { Figure } from '../../../components/key-values.js';
import { LooksLike } from '../../../components/looks-like.js';
import { PageHeader } from '../../../components/page.js';
import { Note, RefusalNote } from '../../../components/states.js';
import { useFormat } from '../../../lib/format.js';
import type { PeopleImport } from './import.documents.js';
import { ImportRows } from './import-rows.js';
import { ImportStateWord } from './import-state-word.js';
import { ImportSteps } from './import-steps.js';
import styles from './import.module.css';

/** What came of it, and the way on. */
export function ImportResult({ found }: { found: PeopleImport }) {
  const { t } = useTranslation('people');
  const { number, dayAndTime } = useFormat();
  const { create, change, leave, unchanged } = found.counts;
  const applied = found.state === 'APPLIED';
  return (
    <>
      <PageHeader
        title={found.fileName}
        above={<ImportSteps now="result" />}
        below={
          <>
            <ImportStateWord state={found.state} />
            {found.appliedAt && <span>{dayAndTime(found.appliedAt)}</span>}
          </>
        }
        acts={
          <>
            <LinkButton to="/admin/people/import">{t('import.again')}</LinkButton>
            <LinkButton variant="primary" to="/admin/people">
              {t('import.toPeople')}
            </LinkButton>
          </>
        }
      />
      {found.problem && <RefusalNote>{found.problem}</RefusalNote>}
      {!applied && <LooksLike likely={found.looksLike} here="/admin/people/import" />}
      {!applied && <Note>{t('import.nothingWasWritten')}</Note>}
      {applied && (
        <>
          <div className={styles.figures}>
            <Figure value={number(create)}>{t('import.figures.create', { count: create })}</Figure>
            <Figure value={number(change)}>{t('import.figures.change', { count: change })}</Figure>
            <Figure value={number(leave)}>{t('import.figures.leave', { count: leave })}</Figure>
            <Figure value={number(unchanged)}>{t('import.figures.unchanged', { count: unchanged })}</Figure>
          </div>
          <ImportRows found={found} />
        </>
      )}
    </>
  );
}
