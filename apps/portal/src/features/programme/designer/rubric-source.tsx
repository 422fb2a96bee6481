import { useApolloClient } from '@apollo/client/react';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../components/file-drop.js';
import { RefusalNote } from '../../../components/states.js';
import { useUploads } from '../../../lib/uploads.js';
import { tableOfClipboard } from './clipboard-table.js';
import { RUBRIC_FILE, type RubricFile } from './rubric-import.documents.js';
import styles from './rubric-import.module.css';

export type Brought = { kind: 'table'; cells: string[][] } | { kind: 'package'; rubrics: RubricFile['rubrics'] };

/** Where a rubric can come from: the clipboard, or a file. */
export function RubricSource({ onBrought }: { onBrought: (brought: Brought) => void }) {
  const { t } = useTranslation('programme');
  const client = useApolloClient();
  const [problems, setProblems] = useState<RubricFile['problems']>([]);
  const { uploads, add } = useUploads({
    purpose: 'import',
    onStored: ({ fileId, name }) => {
      const unread = () => setProblems([{ place: name, message: t('bring.unread') }]);
      client
        .query({ query: RUBRIC_FILE, variables: { uploadId: fileId }, fetchPolicy: 'network-only' })
        .then(({ data }) => {
          const file = data?.rubricFile;
          if (!file) unread();
          else if (file.problems.length) setProblems(file.problems);
          else if (file.rubrics.length) onBrought({ kind: 'package', rubrics: file.rubrics });
          else onBrought({ kind: 'table', cells: file.cells });
        })
        .catch(unread);
    },
  });
  const failed = uploads.find((upload) => upload.state === 'failed');
  return (
    <div className={styles.source}>
      <Textarea
        label={t('bring.here')}
        description={t('bring.hereHint')}
        rows={3}
        data-autofocus
        value=""
        onChange={() => undefined}
        onPaste={(event) => {
          event.preventDefault();
          const { clipboardData } = event;
          const text = clipboardData.getData('text/plain');
          const cells = tableOfClipboard({ html: clipboardData.getData('text/html'), text });
          if (cells.some((row) => row.some((cell) => cell.trim() !== ''))) onBrought({ kind: 'table', cells });
          else setProblems([{ place: t('bring.clipboard'), message: t('bring.nothing') }]);
        }}
      />
      <FileDrop
        multiple={false}
        accept=".csv,.xlsx,.json"
        hint={t('bring.kinds')}
        onFiles={(files) => {
          setProblems([]);
          void add(files);
        }}
      />
      {failed && <RefusalNote>{failed.reason ?? t('bring.unread')}</RefusalNote>}
      {problems.length > 0 && (
        <RefusalNote>
          {t('bring.refused')}
          <ul className={styles.places}>
            {problems.map(({ place, message }) => (
              <li key={`${place} ${message}`}>
                <b>{place}</b> {message}
              </li>
            ))}
          </ul>
        </RefusalNote>
      )}
    </div>
  );
}
