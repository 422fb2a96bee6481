import { useQuery } from '@apollo/client/react';
import { IconChevronRight } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states.js';
import { FRAMEWORK_TREE, type Place } from './framework-draft.documents.js';
import styles from './skill-tree.module.css';

interface Props {
  frameworkId: string;
  selectedId: string | null;
  open: ReadonlySet<string>;
  onOpen: (placeId: string, open: boolean) => void;
  onSelect: (skillId: string) => void;
}

/** The skills as a tree. Branches are asked for when they open; arrows move, Enter chooses. */
export function SkillTree(props: Props) {
  const { t } = useTranslation('frameworks');
  const tree = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    const items = [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const here = items[at];
    if (!here) return;
    const go = (item: HTMLElement | null | undefined) => item?.focus();
    const expanded = here.getAttribute('aria-expanded');
    const place = here.dataset.place ?? '';
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(items[at + 1]),
      ArrowUp: () => go(items[at - 1]),
      Home: () => go(items[0]),
      End: () => go(items.at(-1)),
      ArrowRight: () => (expanded === 'false' ? props.onOpen(place, true) : expanded === 'true' && go(items[at + 1])),
      ArrowLeft: () =>
        expanded === 'true'
          ? props.onOpen(place, false)
          : go(here.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? null),
      Enter: () => props.onSelect(here.dataset.skill ?? ''),
      ' ': () => props.onSelect(here.dataset.skill ?? ''),
    };
    const act = acts[event.key];
    if (!act || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <Branch
      {...props}
      parentId={null}
      level={1}
      first
      // A tree holds items and nothing else: what is said while there are none stands in its place.
      whole={(items) => (
        <div
          ref={tree}
          role="tree"
          tabIndex={-1}
          aria-label={t('tree.label')}
          className={styles.tree}
          onKeyDown={press}
        >
          {items}
        </div>
      )}
    />
  );
}

function Branch({
  parentId,
  level,
  first,
  whole = (items) => items,
  ...props
}: Props & { parentId: string | null; level: number; first?: boolean; whole?: (items: ReactNode) => ReactNode }) {
  const { t } = useTranslation('frameworks');
  const { data, error, refetch, fetchMore } = useQuery(FRAMEWORK_TREE, {
    variables: { id: props.frameworkId, parentId },
  });
  const tree = data?.framework?.tree;
  if (error && !tree) return <ErrorState onRetry={() => void refetch()} />;
  if (!tree) return <LoadingRows rows={level === 1 ? 8 : 1} />;
  if (level === 1 && tree.edges.length === 0)
    return <EmptyState title={t('tree.none')}>{t('tree.noneBody')}</EmptyState>;
  const { selectedId } = props;
  const holdsSelected = tree.edges.some(({ node }) => node.skill.id === selectedId);
  return whole(
    <>
      {tree.edges.map(({ node }, at) => (
        <Item
          key={node.id}
          {...props}
          place={node}
          level={level}
          // One item takes the focus of the Tab key: the chosen one, else the first of all.
          tabStop={holdsSelected ? node.skill.id === selectedId : Boolean(first) && at === 0}
        />
      ))}
      {tree.pageInfo.hasNextPage && (
        <p className={styles.more} style={{ paddingInlineStart: level * 18 }}>
          <Button
            size="small"
            variant="quiet"
            onClick={() => void fetchMore({ variables: { after: tree.pageInfo.endCursor } })}
          >
            {t('tree.more', { shown: tree.edges.length, total: tree.totalCount })}
          </Button>
        </p>
      )}
    </>,
  );
}

function Item({ place, level, tabStop, ...props }: Props & { place: Place; level: number; tabStop: boolean }) {
  const { t } = useTranslation('frameworks');
  const { skill, children } = place;
  const expanded = children > 0 ? props.open.has(place.id) : undefined;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-expanded={expanded}
      aria-selected={skill.id === props.selectedId}
      tabIndex={tabStop ? 0 : -1}
      data-place={place.id}
      data-skill={skill.id}
      aria-label={children > 0 ? t('tree.item', { name: skill.name, count: children }) : skill.name}
      className={styles.item}
    >
      {/* The keys of the whole tree stand above; the row only takes the pointer. */}
      <div
        role="presentation"
        className={styles.row}
        style={{ paddingInlineStart: (level - 1) * 18 + 4 }}
        onClick={() => props.onSelect(skill.id)}
      >
        {children > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            className={styles.twist}
            data-open={expanded}
            onClick={(event) => {
              event.stopPropagation();
              props.onOpen(place.id, !expanded);
            }}
          >
            <IconChevronRight size={14} stroke={1.8} />
          </button>
        ) : (
          <span className={styles.twist} />
        )}
        <span className={styles.name}>{skill.name}</span>
        {children > 0 && <small>{children}</small>}
      </div>
      {expanded && (
        <div role="group">
          <Branch {...props} parentId={skill.id} level={level + 1} />
        </div>
      )}
    </div>
  );
}
