/** Solves A·x = b by elimination with pivots; null where A is singular. */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const rows = a.map((row, at) => [...row, b[at] ?? 0]);
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    const pivot = pickPivot(rows, column);
    const chosen = rows[pivot];
    const top = rows[column];
    const by = chosen?.[column] ?? 0;
    if (!chosen || !top || Math.abs(by) < 1e-12) return null;
    rows[column] = chosen;
    rows[pivot] = top === chosen ? chosen : top;
    for (const row of rows) {
      if (row === chosen) continue;
      const factor = (row[column] ?? 0) / by;
      if (factor !== 0) for (let at = column; at <= n; at += 1) row[at] = (row[at] ?? 0) - factor * (chosen[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[n] ?? 0) / (row[at] ?? 1));
}

function pickPivot(rows: readonly number[][], column: number): number {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1)
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  return best;
}
