export function IssuancePage() {
  return null;
}
