/** What must be the same on the way there and on the way back. */
export interface Attempt {
  state: string;
  nonce: string;
  codeVerifier: string;
}
