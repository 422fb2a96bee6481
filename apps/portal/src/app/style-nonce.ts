/** The nonce of this page: what the content security policy asks of a `<style>` made by a library. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Mantine's scroll lock takes its nonce from where bundlers used to put it. */
export function letLibrariesStyle(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
