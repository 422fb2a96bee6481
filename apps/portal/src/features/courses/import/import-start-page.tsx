import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ImportUpload } from '../../../components/import-upload.js';
import { Page, PageHeader, Section } from '../../../components/page.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { RefusalNote } from '../../../components/states.js';
import { TextLink } from '../../../components/text-link.js';
import { useResultMutation } from '../../../lib/result.js';
import { useAddress } from '../../../lib/use-address.js';
import styles from '../courses.module.css';
import { PREVIEW_COURSES } from './import.documents.js';

type Kind = 'COURSES' | 'COMPLETIONS';
const ACCEPT = { COURSES: '.csv,.xlsx,.json', COMPLETIONS: '.csv,.xlsx' };
const TEMPLATE = { COURSES: 'courses', COMPLETIONS: 'completions' };

/** A file of courses, or of who finished them. Nothing is written before one has seen what would change. */
export function CourseImportStartPage() {
  const { t } = useTranslation('courses');
  const [kindText, setKind] = useAddress('kind');
  const kind: Kind = kindText === 'COMPLETIONS' ? 'COMPLETIONS' : 'COURSES';
  // t('courses:import.lead.COURSES') t('courses:import.lead.COMPLETIONS')
  return (
    <Page title={t('import.title')} width="reading">
      <PageHeader
        title={t('import.title')}
        above={<TextLink to="/programme/courses">{t('title')}</TextLink>}
        below={t(`import.lead.${kind}`)}
      />
      <div className={styles.form}>
        <SegmentedChoice
          label={t('import.kind')}
          hideLabel={false}
          options={[
            { value: 'COURSES', label: t('import.courses') },
            { value: 'COMPLETIONS', label: t('import.completions') },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'COURSES' ? '' : value)}
        />
        <Upload key={kind} kind={kind} />
        <Section title={t('import.template')}>
          <p className={styles.acts}>
            <TextLink to={`/courses/${TEMPLATE[kind]}-template.csv`} reloadDocument download>
              {t('import.templateCsv')}
            </TextLink>
            <a href={`/courses/${TEMPLATE[kind]}-template.xlsx`} download>
              {t('import.templateXlsx')}
            </a>
          </p>
          <p className={styles.hint}>{t('import.templateHint')}</p>
        </Section>
      </div>
    </Page>
  );
}

function Upload({ kind }: { kind: Kind }) {
  const { t } = useTranslation('courses');
  const navigate = useNavigate();
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_COURSES);
  const read = async (fileId: string) => {
    const { ok } = await preview({ input: { kind, fileId } });
    if (ok) void navigate(`/programme/courses/import/${ok.id}`);
  };
  // t('courses:import.hint.COURSES') t('courses:import.hint.COMPLETIONS')
  return (
    <>
      <ImportUpload
        accept={ACCEPT[kind]}
        hint={t(`import.hint.${kind}`)}
        busy={loading}
        onStored={(fileId) => void read(fileId)}
      />
      {refusal && <RefusalNote>{refusal.message}</RefusalNote>}
      {failed && <RefusalNote>{t('failed')}</RefusalNote>}
    </>
  );
}
