export function AdministrationStart() {
  return null;
}
