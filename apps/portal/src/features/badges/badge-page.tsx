export function BadgePage() {
  return null;
}
