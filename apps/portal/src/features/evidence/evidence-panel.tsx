import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/button.js';
import { type EvidenceDraft, EvidenceDialog } from '../../components/evidence-dialog.js';
import { EvidenceKindWord } from '../../components/evidence-kind.js';
import { EvidenceView } from '../../components/evidence-view.js';
import { KeyValues } from '../../components/key-values.js';
import { OpenWords } from '../../components/open-number.js';
import { SeenLink } from '../../components/seen-link.js';
import { useFormat } from '../../lib/format.js';
import { useResultMutation } from '../../lib/result.js';
import type { OwnEvidenceItem } from '../../lib/use-evidence-capture.js';
import { EDIT_EVIDENCE } from './evidence.documents.js';
import styles from './evidence-panel.module.css';
import { ItemOpenings } from './item-openings.js';
import { RequestActs } from './request-acts.js';
import { usesOf } from './uses-of.js';

interface Props {
  item: OwnEvidenceItem;
  onClose: () => void;
  onRemove: () => void;
}

/** One item: what it is, where it is used, and a look at it. */
export function EvidencePanel({ item, onClose, onRemove }: Props) {
  const { t } = useTranslation('evidence');
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const [edit] = useResultMutation(EDIT_EVIDENCE, { refetch: ['EvidenceLibrary', 'EvidenceLabels'] });
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the panel stands below the list: bring it into sight.
    if (window.matchMedia('(max-width: 1000px)').matches) place.current?.scrollIntoView({ block: 'start' });
  }, []);

  const save = async (draft: EvidenceDraft): Promise<string | null> => {
    const own = item.kind === 'LINK' ? { url: draft.url } : item.kind === 'TEXT' ? { text: draft.text } : {};
    const words = isSaid(item) ? {} : { title: draft.title, madeOn: draft.madeOn };
    const outcome = await edit({
      id: item.id,
      input: {
        ...{ ...words, ...own, note: draft.note, tags: draft.tags },
        ...{ skillIds: draft.skills.map(({ id }) => id), expectedRevision: item.revision },
      },
    });
    return outcome.refusal?.message ?? outcome.failed?.message ?? null;
  };

  return (
    <aside ref={place} className={styles.panel} aria-label={item.title}>
      <div className={styles.head}>
        <div>
          <EvidenceKindWord kind={item.kind} mediaType={item.file?.mediaType} />
          <h2>{item.title}</h2>
        </div>
        <IconButton label={t('panel.close')} onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </IconButton>
      </div>
      <div className={styles.acts}>
        {item.viewerCan.includes('edit') && <Button onClick={() => setEditing(true)}>{t('panel.edit')}</Button>}
        {item.viewerCan.includes('remove') && <Button onClick={onRemove}>{t('panel.remove')}</Button>}
        {item.file && (
          <a className={styles.download} href={item.file.url} download>
            {t('view.download', { size: format.bytes(item.file.bytes) })}
          </a>
        )}
      </div>
      <KeyValues
        items={[
          { name: t('column.madeOn'), value: item.madeOn ? format.date(item.madeOn) : t('panel.noDate') },
          { name: t('column.kept'), value: format.dayAndTime(item.createdAt) },
          {
            name: t('column.usedIn'),
            value:
              item.usedIn > 0 ? (
                <OpenWords count={item.usedIn} to={usesOf(item)}>
                  {t('panel.used', { count: item.usedIn })}
                </OpenWords>
              ) : (
                t('panel.private')
              ),
          },
          ...(item.skills.length > 0
            ? [{ name: t('form.skills'), value: item.skills.map(({ name }) => name).join(', ') }]
            : []),
          ...(item.tags.length > 0 ? [{ name: t('form.tags'), value: item.tags.join(', ') }] : []),
          ...(item.note ? [{ name: t('form.note'), value: item.note }] : []),
        ]}
      />
      {item.statement && <RequestActs item={item} />}
      <div className={styles.view}>
        <EvidenceView content={item} />
      </div>
      <ItemOpenings itemId={item.id} />
      <SeenLink record={item.id} />
      {editing && (
        <EvidenceDialog
          kind={isSaid(item) ? 'SAID' : asWritten(item.kind)}
          title={t('panel.editTitle')}
          act={t('panel.save')}
          start={{
            title: item.title,
            note: item.note,
            madeOn: item.madeOn,
            tags: item.tags,
            skills: item.skills,
            url: item.url ?? '',
            text: item.text ?? '',
          }}
          onSave={save}
          onClose={() => setEditing(false)}
        />
      )}
    </aside>
  );
}

/** Somebody else was asked in these words: title and day stay as they are. */
const isSaid = (item: OwnEvidenceItem) => item.statement !== null;
const asWritten = (kind: OwnEvidenceItem['kind']) => (kind === 'LINK' || kind === 'TEXT' ? kind : 'FILE');
