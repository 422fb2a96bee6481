import { ChangeEmploymentDialog } from './change-employment-dialog.js';
import { AddEmploymentDialog } from './add-employment-dialog.js';
import { CorrectEmploymentDialog } from './correct-employment-dialog.js';
import { DetailsDialog } from './details-dialog.js';
import { EndEmploymentDialog } from './end-employment-dialog.js';
import { LeavingDialog } from './leaving-dialog.js';
import type { PersonView } from './person.documents.js';
import { RehireDialog } from './rehire-dialog.js';
import { RemovePlannedDialog } from './remove-planned-dialog.js';
import { SetActiveDialog } from './set-active-dialog.js';
import { UndoLeavingDialog } from './undo-leaving-dialog.js';
import { usePersonDialog } from './use-person-dialog.js';

/** The one dialog that is open, if any. */
export function PersonDialogs({ person }: { person: PersonView }) {
  const { dialog, employmentId, close } = usePersonDialog();
  const employment = person.employments.find((each) => each.id === employmentId);
  const props = { person, onClose: close };
  switch (dialog) {
    case 'change':
      return <ChangeEmploymentDialog {...props} />;
    case 'second':
      return <AddEmploymentDialog {...props} />;
    case 'correct':
      return employment ? <CorrectEmploymentDialog {...props} employment={employment} /> : null;
    case 'end':
      return employment ? <EndEmploymentDialog {...props} employment={employment} /> : null;
    case 'remove':
      return employment ? <RemovePlannedDialog {...props} employment={employment} /> : null;
    case 'details':
      return <DetailsDialog {...props} />;
    case 'leaving':
      return <LeavingDialog {...props} />;
    case 'undo':
      return <UndoLeavingDialog {...props} />;
    case 'rehire':
      return <RehireDialog {...props} />;
    case 'off':
    case 'on':
      return <SetActiveDialog {...props} active={dialog === 'on'} />;
    case null:
      return null;
  }
}
