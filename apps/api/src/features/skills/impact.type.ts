/** What of one kind is touched, and what becomes of it, in sentences fit to show. */
export interface Impact {
  area: string;
  count: number;
  /** What is touched. */
  touched: string;
  /** What becomes of it. */
  happens: string;
  /** Some of them by name, with their place in the portal. */
  examples: { name: string; path: string | null }[];
  /** It must be settled first: the act is refused meanwhile. */
  stops?: boolean;
}
