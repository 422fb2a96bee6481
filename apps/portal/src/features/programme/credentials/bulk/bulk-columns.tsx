import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ColumnChoices } from '../../../../components/column-choices.js';
import { useResultMutation } from '../../../../lib/result.js';
import { type BulkIssue, PREVIEW_BULK } from './bulk.documents.js';

/** The columns of the list, to be read otherwise; the address moves to what comes of it. */
export function BulkColumns({ list }: { list: BulkIssue }) {
  const { t } = useTranslation('bulk');
  const navigate = useNavigate();
  const [preview, { loading, refusal, failed }] = useResultMutation(PREVIEW_BULK);
  const again = async (mapping: { header: string; field: string | null }[]) => {
    const achievementId = list.achievement?.achievementId ?? null;
    const { ok } = await preview({ input: { fileId: list.fileId, achievementId, mapping } });
    if (ok) void navigate(`/programme/credentials/bulk/${ok.id}`, { replace: true });
  };
  // t('bulk:field.PERSON_NUMBER') t('bulk:field.EMAIL') t('bulk:field.ACHIEVEMENT') t('bulk:field.AWARDED_ON')
  return (
    <ColumnChoices
      columns={list.columns}
      fields={list.fields.map((value) => ({ value, label: t(`field.${value}`) }))}
      onAgain={(mapping) => void again(mapping)}
      busy={loading}
      refusal={refusal?.message ?? (failed ? t('failed') : null)}
    />
  );
}
