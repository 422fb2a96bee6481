import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusWord } from '../../../components/chip.js';
import { SegmentedChoice } from '../../../components/segmented-choice.js';
import { TextLink } from '../../../components/text-link.js';
import type { Version, VersionChange } from './designer.documents.js';
import type { Draft } from './draft.js';
import { addressOf } from './sections.js';
import { TouchedPeople } from './touched-people.js';
import type { ChangeDraft } from './use-draft.js';
import { VersionRecord } from './version-record.js';
import styles from './changes.module.css';

interface Props {
  version: Version;
  draft: Draft;
  change: ChangeDraft;
  readOnly: boolean;
}

const KINDS = ['EDITORIAL', 'SUBSTANTIVE'] as const;

/** What the version changes, side by side with the one before; who it touches, and how that one has done. */
export function ChangesSection({ version, draft, change, readOnly }: Props) {
  const { t } = useTranslation('programme');
  const { currentVersion, changes, number } = version;
  const said = (key: string) => draft.changes.find((mark) => mark.key === key);
  const say = (about: VersionChange, next: { kind?: VersionChange['kind']; reason?: string }) => {
    const before = said(about.key) ?? { key: about.key, kind: about.kind, reason: about.reason };
    change('changes', [...draft.changes.filter((mark) => mark.key !== about.key), { ...before, ...next }]);
  };
  return (
    <div className={styles.changes}>
      <h2>{t('changes.title', { number, before: currentVersion?.number ?? number - 1 })}</h2>
      {changes.length === 0 && <p className={styles.none}>{t('changes.none')}</p>}
      {changes.map((each) => (
        <Change
          key={each.key}
          versionId={version.id}
          change={each}
          kind={each.isForced ? 'SUBSTANTIVE' : (said(each.key)?.kind ?? each.kind)}
          reason={said(each.key)?.reason ?? each.reason}
          readOnly={readOnly}
          onSay={(next) => say(each, next)}
        />
      ))}
      {currentVersion && currentVersion.id !== version.id && (
        <>
          <TouchedPeople version={currentVersion} />
          <VersionRecord version={currentVersion} />
        </>
      )}
    </div>
  );
}

interface ChangeProps {
  versionId: string;
  change: VersionChange;
  kind: VersionChange['kind'];
  reason: string;
  readOnly: boolean;
  onSay: (next: { kind?: VersionChange['kind']; reason?: string }) => void;
}

function Change({ versionId, change, kind, reason, readOnly, onSay }: ChangeProps) {
  const { t } = useTranslation('programme');
  // t('programme:changes.EDITORIAL') t('programme:changes.SUBSTANTIVE') t('programme:changes.means.EDITORIAL')
  // t('programme:changes.means.SUBSTANTIVE')
  return (
    <section className={styles.change} data-field={`changes.${change.key}`} aria-label={change.title}>
      <header>
        <h3>
          <TextLink to={addressOf(versionId, { section: change.section, field: change.cells[0]?.field ?? '' })}>
            {change.title}
          </TextLink>
        </h3>
        {change.isForced ? (
          <StatusWord tone="gilt">{t('changes.forced')}</StatusWord>
        ) : (
          <SegmentedChoice
            label={t('changes.kind', { title: change.title })}
            disabled={readOnly}
            options={KINDS.map((each) => ({ value: each, label: t(`changes.${each}`) }))}
            value={kind}
            onChange={(next) => onSay({ kind: next })}
          />
        )}
      </header>
      <table>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('changes.where')}</th>
            <th scope="col">{t('changes.before')}</th>
            <th scope="col">{t('changes.after')}</th>
          </tr>
        </thead>
        <tbody>
          {change.cells.map((cell) => (
            <tr key={`${cell.field} ${cell.label}`}>
              <th scope="row">{cell.label}</th>
              <td>{cell.before ?? <i>{t('changes.nothing')}</i>}</td>
              <td data-changed>{cell.after ?? <i>{t('changes.nothing')}</i>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Textarea
        label={t('changes.reason')}
        description={t(`changes.means.${kind}`)}
        value={reason}
        readOnly={readOnly}
        autosize
        minRows={1}
        required={kind === 'SUBSTANTIVE' || kind !== change.suggested}
        onChange={(event) => onSay({ reason: event.currentTarget.value })}
      />
    </section>
  );
}
