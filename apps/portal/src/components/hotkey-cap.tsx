import { useKeyText } from './hotkeys.js';
import { Keycap } from './keycap.js';

/** The key that acts for whoever looks: the printed one, or the one they chose in its place. */
export function HotkeyCap({ keys, large, inButton }: { keys: string; large?: boolean; inButton?: boolean }) {
  return (
    <Keycap large={large} inButton={inButton}>
      {useKeyText(keys)}
    </Keycap>
  );
}
