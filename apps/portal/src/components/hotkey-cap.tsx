import { useKeyText } from './hotkeys.js';
import { Keycap } from './keycap.js';

/** The key that acts for whoever looks: the printed one, or the one they chose in its place. */
export function HotkeyCap({ keys, large }: { keys: string; large?: boolean }) {
  return <Keycap large={large}>{useKeyText(keys)}</Keycap>;
}
