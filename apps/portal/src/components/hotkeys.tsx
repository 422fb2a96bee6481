import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { AS_PRINTED, keepKeys, keptKeys, type OwnKeys } from './own-keys.js';

/** `j`, `?`, `[`, `enter`, `mod+k`, `mod+enter`: the key as it is printed, whatever the keyboard layout. */
export interface Hotkey {
  keys: string;
  label: string;
  /** Heading under which the sheet of keys lists it. */
  group: string;
  run: (event: KeyboardEvent) => void;
  enabled?: boolean;
  /** Also while typing in a field. Combinations with mod always do. */
  whileTyping?: boolean;
}

type SendKeys = (keys: OwnKeys) => Promise<boolean>;

interface Entry extends Hotkey {
  order: number;
}

/**
 * The one place that hears keys. What is registered here is what the sheet of keys shows, so a key can neither act
 * unseen nor be shown without acting.
 */
class HotkeyRegistry {
  private entries: readonly Entry[] = [];
  private listeners = new Set<() => void>();
  private order = 0;
  private keys: OwnKeys = AS_PRINTED;
  private owner: string | null = null;
  private send: SendKeys = () => Promise.resolve(false);
  private sending: Promise<void> = Promise.resolve();
  private unsent = false;

  add(read: () => Hotkey): () => void {
    const entry: Entry = { ...read(), order: ++this.order, run: (event) => read().run(event) };
    this.change([...this.entries, entry]);
    return () => this.change(this.entries.filter((other) => other !== entry));
  }

  hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    // The latest registration wins: a dialog's key stands before the page's.
    const entry = [...this.entries].reverse().find((candidate) => matches(this.keyOf(candidate.keys), event));
    if (!entry) return;
    const withModifier = entry.keys.startsWith('mod+');
    if (!withModifier && !entry.whileTyping && (isTyping(event.target) || isBusyElsewhere(event.target))) return;
    if (!withModifier && entry.keys.length === 1 && !this.keys.single) return;
    event.preventDefault();
    entry.run(event);
  }

  /** Whose keys count: those of the account, unless this browser has some that did not get there. */
  belongTo(personId: string | null, account: OwnKeys | null, send: SendKeys): void {
    this.owner = personId;
    this.send = send;
    const here = personId ? keptKeys(personId) : null;
    if (here?.unsent) return this.set({ single: here.single, own: here.own });
    this.keys = account ?? AS_PRINTED;
    this.unsent = false;
    this.tell();
  }

  /** Single keys can be switched off or changed (WCAG 2.1.4): dictation software types them. */
  set(keys: OwnKeys): void {
    this.keys = keys;
    this.tell();
    const { owner } = this;
    if (!owner) return;
    keepKeys(owner, keys, true);
    // One after the other, so that the last choice is the one that stays.
    this.sending = this.sending.then(async () => {
      if (this.keys !== keys || this.owner !== owner) return;
      const sent = await this.send(keys).catch(() => false);
      if (this.keys !== keys || this.owner !== owner) return;
      if (sent) keepKeys(owner, keys, false);
      this.unsent = !sent;
      this.tell();
    });
  }

  /** Puts another key in the place of a printed one; says which act has it already when one has. */
  put(printed: string, key: string): string | null {
    const other = this.entries.find((entry) => entry.keys !== printed && this.keyOf(entry.keys) === key);
    if (other) return other.label;
    const { [printed]: _, ...rest } = this.keys.own;
    this.set({ ...this.keys, own: key === printed ? rest : { ...rest, [printed]: key } });
    return null;
  }

  readonly keyOf = (printed: string): string => this.keys.own[printed] ?? printed;
  readonly ownKeys = (): OwnKeys => this.keys;
  readonly areUnsent = (): boolean => this.unsent;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly list = (): readonly Entry[] => this.entries;

  private change(entries: readonly Entry[]): void {
    this.entries = entries;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const HotkeyContext = createContext<HotkeyRegistry | null>(null);

export function HotkeyProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new HotkeyRegistry());
  useEffect(() => {
    const hear = (event: KeyboardEvent) => registry.hear(event);
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [registry]);
  return <HotkeyContext.Provider value={registry}>{children}</HotkeyContext.Provider>;
}

/** Binds a key while the component is on the screen. */
export function useHotkey(hotkey: Hotkey): void {
  const registry = useContext(HotkeyContext);
  const latest = useRef(hotkey);
  useLayoutEffect(() => {
    latest.current = hotkey;
  });
  const { keys, label, group, enabled = true } = hotkey;
  useEffect(() => {
    if (!registry || !enabled) return;
    return registry.add(() => latest.current);
  }, [registry, keys, label, group, enabled]);
}

/** Everything that acts right now, by group, for the sheet of keys. */
export function useActiveHotkeys(): ReadonlyMap<string, readonly Hotkey[]> {
  const registry = useRegistry();
  const entries = useSyncExternalStore(registry.subscribe, registry.list);
  return useMemo(() => {
    const groups = new Map<string, Hotkey[]>();
    for (const entry of entries) {
      const group = groups.get(entry.group) ?? [];
      if (!group.some((other) => other.keys === entry.keys)) group.push(entry);
      groups.set(entry.group, group);
    }
    return groups;
  }, [entries]);
}

/** Whose keys act: what they chose last counts, in whichever browser. `send` keeps a choice on the account, and says whether it did. */
export function useKeysOf(personId: string | null, account: OwnKeys | null, send: SendKeys): void {
  const registry = useRegistry();
  const said = account && JSON.stringify(account);
  const latest = useRef(send);
  useLayoutEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const told = said === null ? null : (JSON.parse(said) as OwnKeys);
    registry.belongTo(personId, told, (keys) => latest.current(keys));
  }, [registry, personId, said]);
}

/** What somebody made of the keys, and the ways to change it. */
export function useOwnKeys() {
  const registry = useRegistry();
  const keys = useSyncExternalStore(registry.subscribe, registry.ownKeys);
  const unsent = useSyncExternalStore(registry.subscribe, registry.areUnsent);
  const change = useCallback((printed: string, key: string) => registry.put(printed, key), [registry]);
  return {
    ...keys,
    unsent,
    change,
    letSingleAct: (single: boolean) => registry.set({ ...keys, single }),
    reset: () => registry.set({ ...keys, own: {} }),
  };
}

/** A key as it is written on a keycap, for whoever looks. */
export function useKeyText(printed: string): string {
  const registry = useRegistry();
  return keycapText(useSyncExternalStore(registry.subscribe, () => registry.keyOf(printed)));
}

function useRegistry(): HotkeyRegistry {
  const registry = useContext(HotkeyContext);
  if (!registry) throw new Error('HotkeyProvider is missing above this component.');
  return registry;
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const wantsMod = keys.startsWith('mod+');
  const key = wantsMod ? keys.slice(4) : keys;
  const hasMod = isMac() ? event.metaKey : event.ctrlKey;
  if (wantsMod ? !hasMod : event.metaKey || event.ctrlKey || event.altKey) return false;
  return event.key.toLowerCase() === key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** In an open menu or list box, letters choose an entry. */
function isBusyElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && Boolean(target.closest('[role=menu],[role=listbox]'));
}

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** `mod+k` as it is written on a keycap. */
function keycapText(keys: string): string {
  const names: Record<string, string> = { enter: '↵', escape: 'Esc', arrowup: '↑', arrowdown: '↓' };
  const key = keys.startsWith('mod+') ? keys.slice(4) : keys;
  const name = names[key] ?? key.toUpperCase();
  if (!keys.startsWith('mod+')) return name;
  return isMac() ? `⌘${name}` : `Ctrl ${name}`;
}
