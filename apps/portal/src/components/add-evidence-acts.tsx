import { IconBuildingWarehouse, IconLink, IconPencil, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { useEvidenceCapture } from '../lib/use-evidence-capture.js';
import { AskWitnessDialog, AttestDialog } from './ask-dialogs.js';
import { Button } from './button.js';
import { EvidenceDialog } from './evidence-dialog.js';

const KINDS = [
  ['LINK', IconLink],
  ['TEXT', IconPencil],
  ['WITNESS', IconUserCheck],
  ['ATTESTED', IconBuildingWarehouse],
] as const;
type Adding = (typeof KINDS)[number][0];

interface Props {
  capture: ReturnType<typeof useEvidenceCapture>;
  variant?: 'quiet';
  /** All of them where it is left out. */
  kinds?: readonly Adding[];
}

/** Every way to keep evidence that is not a file. */
export function AddEvidenceActs({ capture, variant, kinds }: Props) {
  const { t } = useTranslation('evidence');
  const [adding, setAdding] = useState<Adding | null>(null);
  const close = () => setAdding(null);
  // t('evidence:add.LINK') t('evidence:add.TEXT') t('evidence:add.WITNESS') t('evidence:add.ATTESTED')
  return (
    <>
      {KINDS.filter(([kind]) => !kinds || kinds.includes(kind)).map(([kind, Icon]) => (
        <Button
          key={kind}
          variant={variant}
          icon={<Icon size={16} stroke={1.6} aria-hidden />}
          onClick={() => setAdding(kind)}
        >
          {t(`add.${kind}`)}
        </Button>
      ))}
      {(adding === 'LINK' || adding === 'TEXT') && (
        <EvidenceDialog
          kind={adding}
          title={t(`add.${adding}`)}
          act={t('add.keep')}
          onSave={adding === 'LINK' ? capture.addLink : capture.addText}
          onClose={close}
        />
      )}
      {adding === 'WITNESS' && <AskWitnessDialog onSave={capture.askWitness} onClose={close} />}
      {adding === 'ATTESTED' && <AttestDialog onSave={capture.addAttested} onClose={close} />}
    </>
  );
}
