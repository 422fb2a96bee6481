interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

/**
 * The page's policy lets no text become markup. Libraries write style rules into `<style>` as they would write markup: what
 * holds no tag passes, everything else fails loudly.
 */
export function refuseMarkupFromText(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Text does not become markup here.');
      return text;
    },
  });
}
