import { useState } from 'react';
import { dayText } from './format.js';

/** The day on which the screen was opened, as date fields write it. */
export function useToday(): string {
  const [today] = useState(() => dayText(new Date()));
  return today;
}
