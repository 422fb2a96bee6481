import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RubricSheet } from './rubric-sheet.js';
import { RubricSource, type Brought } from './rubric-source.js';
import { PackagePreview } from './package-preview.js';
import { TablePreview } from './table-preview.js';

interface Props {
  sheet: RubricSheet;
  /** What was pasted; null: nothing yet, ask for it. */
  pasted: string[][] | null;
  onUse: (sheet: RubricSheet) => void;
  /** Writes the cells where the cursor stands, and changes nothing else; null where there is no such place. */
  onCells: (() => void) | null;
  onClose: () => void;
}

/** From a spreadsheet or a file to the rubric: how it is understood is shown before it takes the place of anything. */
export function RubricImportDialog({ sheet, pasted, onUse, onCells, onClose }: Props) {
  const { t } = useTranslation('programme');
  const [brought, setBrought] = useState<Brought | null>(pasted && { kind: 'table', cells: pasted });
  return (
    <Modal
      opened
      onClose={onClose}
      size={brought ? 1200 : 640}
      title={t('bring.title')}
      closeButtonProps={{ 'aria-label': t('create.close') }}
    >
      {brought === null && <RubricSource onBrought={setBrought} />}
      {brought?.kind === 'table' && (
        <TablePreview
          cells={brought.cells}
          sheet={sheet}
          onUse={onUse}
          onCells={pasted === brought.cells ? onCells : null}
          onClose={onClose}
        />
      )}
      {brought?.kind === 'package' && (
        <PackagePreview rubrics={brought.rubrics} sheet={sheet} onUse={onUse} onClose={onClose} />
      )}
    </Modal>
  );
}
