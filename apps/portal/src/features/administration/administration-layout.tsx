export function AdministrationLayout() {
  return null;
}
