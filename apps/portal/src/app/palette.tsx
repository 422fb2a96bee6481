import '@mantine/spotlight/styles.layer.css';
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconSearch, IconUser } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Area } from '../components/area-nav.js';
import { addressOfHit, ICON_OF, KINDS } from '../features/search/hit-address.js';
import { useViewer } from '../lib/viewer.js';
import { PALETTE_SEARCH } from './palette.documents.js';
import './palette.css';

interface Hit {
  id: string;
  label: string;
  hint?: string | null;
  to: string;
  icon: ReactNode;
}

const [store, spotlight] = createSpotlight();

/** Go anywhere, find anything, by typing. */
export function Palette({ open, onClose, areas }: { open: boolean; onClose: () => void; areas: readonly Area[] }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  useEffect(() => {
    if (open) spotlight.open();
    else spotlight.close();
  }, [open]);
  const places = usePlaces(areas).filter((place) => place.label.toLowerCase().includes(query.trim().toLowerCase()));
  const { groups, searching } = useHits(query.trim());
  const shown = [{ label: t('palette.go'), hits: places }, ...groups].filter((group) => group.hits.length > 0);
  const goFirst = () => {
    const to = shown[0]?.hits[0]?.to;
    if (!to) return;
    onClose();
    void navigate(to);
  };

  useFirstSelected(shown.flatMap((group) => group.hits.map((hit) => hit.id)).join(' '));

  return (
    <Spotlight.Root
      store={store}
      title={t('palette.search')}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      clearQueryOnClose
      shortcut={null}
      overlayProps={{ blur: 0 }}
      centered={false}
      yOffset={96}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={t('palette.search')}
        aria-label={t('palette.search')}
        onKeyDown={(event) => {
          // Whoever types and presses Enter without choosing means the first hit.
          if (event.key === 'Enter' && store.getState().selected === -1) goFirst();
        }}
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {shown.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.hits.map((hit) => (
              <Spotlight.Action
                key={hit.id}
                label={hit.label}
                description={hit.hint ?? undefined}
                leftSection={hit.icon}
                onClick={() => void navigate(hit.to)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && (
          <Spotlight.Empty>{searching ? t('palette.searching') : t('palette.nothing', { query })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Selects the first hit whenever other hits stand there: Spotlight does so only as one types, and these arrive later. */
function useFirstSelected(hits: string) {
  useEffect(() => {
    const list = document.getElementById(store.getState().listId);
    if (!list || !hits) return;
    for (const hit of list.querySelectorAll('[data-selected]')) hit.removeAttribute('data-selected');
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [hits]);
}

function usePlaces(areas: readonly Area[]): Hit[] {
  const { t } = useTranslation('shell');
  const go = <IconArrowRight size={16} stroke={1.6} aria-hidden />;
  const { may } = useViewer();
  const all: (Hit | false)[] = [
    ...areas.map((area): Hit => ({ id: area.to, label: area.label, to: area.to, icon: go })),
    { id: 'achievements', label: t('growth.achievements'), to: '/growth/achievements', icon: go },
    { id: 'evidence', label: t('growth.evidence'), to: '/growth/evidence', icon: go },
    { id: 'submissions', label: t('growth.submissions'), to: '/growth/submissions', icon: go },
    { id: 'badges', label: t('growth.badges'), to: '/growth/badges', icon: go },
    may('people.read') && { id: 'people', label: t('palette.people'), to: '/admin/people', icon: go },
    may('people.read') && { id: 'organisation', label: t('palette.organisation'), to: '/admin/organisation', icon: go },
    may('people.manage') && { id: 'import', label: t('palette.import'), to: '/admin/people/import', icon: go },
    may('issuance.operate') && { id: 'issuance', label: t('palette.issuance'), to: '/admin/issuance', icon: go },
    may('team.read') || may('credential.govern')
      ? { id: 'ask', label: t('palette.ask'), to: '/insights/ask', icon: go }
      : false,
    { id: 'inbox', label: t('palette.inbox'), to: '/inbox', icon: go },
  ];
  return all.filter((place) => place !== false);
}

function useHits(query: string) {
  const { t } = useTranslation('shell');
  const { may } = useViewer();
  const [search] = useDebouncedValue(query, 150);
  const asks = search.length >= 2;
  const { data, previousData, loading } = useQuery(PALETTE_SEARCH, {
    variables: { words: search },
    skip: !asks,
  });
  const found = asks ? (data ?? previousData) : undefined;
  const hits = found?.searchSuggestions ?? [];
  const people = found?.people.edges ?? [];
  // t('shell:kinds.ACHIEVEMENT') t('shell:kinds.SKILL') t('shell:kinds.JOB_ROLE') t('shell:kinds.COURSE') t('shell:kinds.FRAMEWORK')
  const groups: { label: string; hits: Hit[] }[] = [
    ...KINDS.map((kind) => {
      const Sign = ICON_OF[kind];
      const ofKind = hits.filter((hit) => hit.kind === kind);
      const near = ofKind.some((hit) => hit.nearly) ? t('palette.near') : null;
      return {
        label: [t(`kinds.${kind}`), near].filter(Boolean).join(', '),
        hits: ofKind.map((hit) => ({
          id: hit.id,
          label: hit.title,
          hint: [hit.alsoCalled, hit.context].filter(Boolean).join(' · '),
          to: addressOfHit(hit),
          icon: <Sign size={16} stroke={1.6} aria-hidden />,
        })),
      };
    }),
    {
      label: t('palette.people'),
      hits: people.map(({ node }) => ({
        id: node.id,
        label: node.displayName,
        hint: node.employment?.jobTitle,
        to: may('people.read') ? `/admin/people/${node.id}` : `/growth/colleagues/${node.id}`,
        icon: <IconUser size={16} stroke={1.6} aria-hidden />,
      })),
    },
    {
      label: t('palette.more'),
      hits:
        hits.length > 0
          ? [
              {
                id: 'search',
                label: t('palette.all', { query: search }),
                to: `/search?search=${encodeURIComponent(search)}`,
                icon: <IconSearch size={16} stroke={1.6} aria-hidden />,
              },
            ]
          : [],
    },
  ];
  return { groups, searching: loading || query !== search };
}
