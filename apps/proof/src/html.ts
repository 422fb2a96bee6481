/** HTML that is already safe to send. Only `html` and `svgMarkup` make it. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template in which every value is escaped unless it is HTML itself. A credential is a stranger's text. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(strings.map((string, nth) => string + (nth < values.length ? written(values[nth]) : '')).join(''));
}

/** The badge's picture, which its own renderer has escaped. */
export function svgMarkup(svg: string): Html {
  return new Html(svg);
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map((item: Part) => written(item)).join('');
  return String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
