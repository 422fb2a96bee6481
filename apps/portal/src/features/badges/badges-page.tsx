export function BadgesPage() {
  return null;
}
