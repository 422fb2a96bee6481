import type { BakedReading } from './baked-png.js';

/** The namespace of a credential in an SVG (Open Badges 3.0, section on baking). */
const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';
/** The element of 2.0 (Open Badges baking specification). */
const NAMESPACE_OF_TWO = 'http://openbadges.org';
const NAME = String.raw`[A-Za-z_][\w.-]*`;
const ATTRIBUTES = String.raw`(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*`;
/** Comments, CDATA, instructions, the document type, and tags: what an XML file consists of besides text. */
const TOKEN = new RegExp(
  String.raw`<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^\[>]*(?:\[[\s\S]*?\]\s*)?>|<(/?)((?:${NAME}:)?${NAME})(${ATTRIBUTES})(/?)>`,
  'g',
);
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** True for a text whose first element is an SVG. */
export function isSvg(text: string): boolean {
  return rootOf(text) !== undefined;
}

/** Every credential that an SVG holds, in the element's text or in its `verify` attribute. */
export function readBakedSvg(text: string): BakedReading {
  const texts: string[] = [];
  const prefixes = new Map<string, string>();
  let open: { readonly name: string; readonly from: number } | undefined;
  for (const token of text.matchAll(TOKEN)) {
    const [whole, closing = '', name, attributes = '', empty = ''] = token;
    if (name === undefined) continue;
    const given = readAttributes(attributes);
    for (const [key, value] of given) if (key.startsWith('xmlns')) prefixes.set(key.slice(6), value);
    if (open && closing && name === open.name) {
      texts.push(plain(text.slice(open.from, token.index)).trim());
      open = undefined;
      continue;
    }
    if (open) return { is: 'wrong', because: 'its credential has elements inside' };
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
    if (closing || !isBadgeElement(local ?? '', prefixes.get(prefix ?? ''))) continue;
    const signed = given.get('verify');
    if (signed !== undefined) texts.push(signed.trim());
    else if (!empty) open = { name, from: token.index + whole.length };
  }
  return open ? { is: 'wrong', because: 'its credential does not end' } : { is: 'read', texts };
}

function isBadgeElement(local: string, namespace: string | undefined): boolean {
  return (
    (local === 'credential' && namespace === NAMESPACE) || (local === 'assertion' && namespace === NAMESPACE_OF_TWO)
  );
}

/** An SVG with the credential as the first child of its root: JSON as the element's text, a JWT in `verify`. */
export function bakeSvg(picture: string, credential: string): string {
  const root = rootOf(picture);
  const known = readBakedSvg(picture);
  if (!root || root.empty || known.is === 'wrong') throw new Error('The drawing cannot take a credential.');
  if (known.texts.length > 0) throw new Error('The drawing holds a credential already.');
  const isJwt = /^[\w-]+\.[\w-]+\.[\w-]+$/.test(credential);
  const element = isJwt
    ? `<openbadges:credential xmlns:openbadges="${NAMESPACE}" verify="${credential}"/>`
    : `<openbadges:credential xmlns:openbadges="${NAMESPACE}"><![CDATA[${credential.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`;
  return picture.slice(0, root.end) + element + picture.slice(root.end);
}

function rootOf(text: string): { readonly end: number; readonly empty: boolean } | undefined {
  for (const token of text.matchAll(TOKEN)) {
    const [whole, closing, name, , empty] = token;
    if (name === undefined) continue;
    const isRoot = !closing && (name === 'svg' || name.endsWith(':svg'));
    return isRoot ? { end: token.index + whole.length, empty: empty === '/' } : undefined;
  }
  return undefined;
}

function readAttributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '')]),
  );
}

/** The characters of an element's content: CDATA as it stands, entities resolved, comments left out. */
function plain(content: string): string {
  return content
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescaped(part.replace(/<!--[\s\S]*?-->/g, ''))))
    .join('');
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
