import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A drawing of which nothing is left but shapes. */
export interface SafeDrawing {
  readonly width: number;
  readonly height: number;
  readonly viewBox: string;
  /** Its elements, written anew by us. */
  readonly drawing: string;
}

/** Why a drawing is refused, and where. */
export interface DrawingProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Letters of the file. A logo is small; what is larger is a picture in disguise. */
export const MOST_LETTERS = 200_000;
const MOST_ELEMENTS = 4_000;
const MOST_DEPTH = 24;

const ELEMENTS = new Set(
  `svg g defs title desc path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask`.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  `id d x y width height rx ry cx cy r x1 y1 x2 y2 fx fy fr points viewBox preserveAspectRatio transform
   gradientTransform gradientUnits spreadMethod offset clipPathUnits maskUnits maskContentUnits pathLength
   fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
   stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity clip-path clip-rule mask display visibility
   vector-effect paint-order version`
    .split(/\s+/)
    .filter(Boolean),
);
/** Said of the board, not of the shapes on it. */
const OF_THE_BOARD = new Set(['id', 'x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'version']);
/** Without effect on the shapes: left out instead of refused. */
const IGNORED =
  /^(class|style-name|data-.*|aria-.*|role|enable-background|xml:space|xml:lang|shape-rendering|image-rendering|color-rendering|font-.*|overflow|xmlns(:.*)?|baseProfile|contentStyleType|zoomAndPan|.*:.*)$/;
/** Of their own namespaces; drawing programs leave notes in them. */
const EDITORS = /inkscape|sodipodi|adobe|sketch|figma|boxy|serif|illustrator|rdf|purl|creativecommons|bohemiancoding/i;

const REASONS: Record<string, string> = {
  script: 'a script. A logo is a drawing and runs nothing',
  foreignObject: 'a foreignObject, which can hold whole web pages',
  image: 'a picture inside. Save it as PNG instead, or as shapes only',
  use: 'a copy of another part (use). Let your drawing program turn copies into shapes',
  style: 'a style sheet, which can load and hide things. Let your drawing program write “presentation attributes”',
  a: 'a link',
  text: 'text, which looks different on every machine. Let your drawing program turn it into paths',
  filter: 'a filter. Filters are drawn differently everywhere',
  animate: 'an animation',
  set: 'an animation',
};

/** Reads a logo, refuses what does not belong in one, and writes down its shapes anew. */
export function readSvgLogo(source: string): SafeDrawing | DrawingProblem[] {
  if (source.length > MOST_LETTERS)
    return [
      {
        line: 1,
        column: 1,
        message: `The drawing has ${source.length.toLocaleString('en')} letters; a logo has at most ${MOST_LETTERS.toLocaleString('en')}. Simplify it, or use a PNG.`,
      },
    ];
  return new LogoReader().read(source);
}

class LogoReader {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly problems: DrawingProblem[] = [];
  private readonly parts: string[] = [];
  private readonly ends: string[] = [];
  private elements = 0;
  /** Depth inside something that is left out. */
  private skipping = 0;
  private root: { width: number; height: number; viewBox: string } | null = null;

  read(source: string): SafeDrawing | DrawingProblem[] {
    this.parser.on('doctype', () => this.refuse('a document type. It can define entities that grow without end'));
    this.parser.on('processinginstruction', ({ target }) =>
      this.refuse(`an instruction to another program (${target})`),
    );
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', () => this.close());
    this.parser.on('error', (error) => {
      throw error;
    });
    try {
      this.parser.write(source.replace(/^\uFEFF/, '')).close();
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace(/^\d+:\d+: /, '') : 'it cannot be read';
      this.refuseWith(`The drawing is not well-formed XML: ${reason}`);
    }
    if (this.problems.length === 0 && !this.root) this.refuseWith('There is no drawing in this file.');
    if (this.problems.length || !this.root) return this.problems.slice(0, 10);
    return { ...this.root, drawing: this.parts.join('') };
  }

  private open(tag: SaxesTagNS): void {
    if (this.skipping > 0 || (tag.uri !== SVG && EDITORS.test(tag.uri)) || tag.local === 'metadata') {
      this.skipping++;
      return;
    }
    const isRoot = this.ends.length === 0;
    this.ends.push('');
    if (++this.elements > MOST_ELEMENTS) return this.refuse(`more than ${MOST_ELEMENTS} shapes`);
    if (this.ends.length > MOST_DEPTH) return this.refuse('groups inside groups without end');
    if (tag.uri !== SVG) return this.refuse(`<${tag.name}>, which is no part of SVG`);
    if (!ELEMENTS.has(tag.local)) return this.refuse(REASONS[tag.local] ?? this.reasonFor(tag.local));
    const attributes = this.attributesOf(tag);
    if (isRoot) {
      if (tag.local !== 'svg') return this.refuse(`<${tag.local}> where the drawing should begin`);
      this.root = this.sizeOf(tag);
      this.parts.push(`<g${attributes}>`);
      this.ends[0] = '</g>';
      return;
    }
    if (tag.local === 'svg') return this.refuse('a drawing inside the drawing');
    if (tag.local === 'title' || tag.local === 'desc') return;
    this.parts.push(`<${tag.local}${attributes}>`);
    this.ends[this.ends.length - 1] = `</${tag.local}>`;
  }

  private close(): void {
    if (this.skipping > 0) {
      this.skipping--;
      return;
    }
    this.parts.push(this.ends.pop() ?? '');
  }

  private reasonFor(name: string): string {
    return name.startsWith('animate') ? 'an animation' : `<${name}>, which a logo does not need`;
  }

  private attributesOf(tag: SaxesTagNS): string {
    let written = '';
    for (const { name, local, prefix, value } of Object.values(tag.attributes)) {
      if (/^on/i.test(local)) this.refuse(`an event (${name}). A logo runs nothing`);
      else if (local === 'href') this.refuse(`a reference (${name}="${value.slice(0, 60)}"). A logo loads nothing`);
      else if (local === 'style' && prefix === '') written += this.styleOf(value);
      else if (prefix === '' && ATTRIBUTES.has(local)) {
        if (this.isSafeValue(name, value) && !(tag.local === 'svg' && OF_THE_BOARD.has(local)))
          written += attribute(local, value);
      } else if (!IGNORED.test(name)) this.refuse(`an attribute that a logo does not need (${name})`);
    }
    return written;
  }

  /** Declarations become attributes; what is none of ours is refused. */
  private styleOf(style: string): string {
    let written = '';
    for (const declaration of style.split(';')) {
      const [name = '', ...rest] = declaration.split(':');
      const [property, value] = [name.trim().toLowerCase(), rest.join(':').trim()];
      if (property === '') continue;
      // What we do not take over must at least load nothing: it was meant to.
      if (!ATTRIBUTES.has(property) && !/url|@import|expression/i.test(value)) continue;
      if (this.isSafeValue(property, value) && ATTRIBUTES.has(property)) written += attribute(property, value);
    }
    return written;
  }

  /** Inner references stay inner, under names that cannot meet those of the badge. */
  private isSafeValue(name: string, value: string): boolean {
    if (/&|<|\\|expression|@import|javascript:|data:/i.test(value)) {
      this.refuse(`a value that is more than a value (${name}="${value.slice(0, 60)}")`);
      return false;
    }
    const references = value.match(/url\s*\(/gi)?.length ?? 0;
    const inner = value.match(/url\(\s*['"]?#[\w-]+['"]?\s*\)/gi)?.length ?? 0;
    if (references === inner) return true;
    this.refuse(`a reference to something outside (${name}="${value.slice(0, 60)}"). A logo loads nothing`);
    return false;
  }

  private sizeOf(tag: SaxesTagNS): { width: number; height: number; viewBox: string } | null {
    const value = (name: string) => tag.attributes[name]?.value ?? '';
    const box = value('viewBox')
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [x = 0, y = 0, width = 0, height = 0] =
      box.length === 4 ? box : [0, 0, Number.parseFloat(value('width')), Number.parseFloat(value('height'))];
    if ([x, y, width, height].every(Number.isFinite) && width > 0 && height > 0 && width < 1e6 && height < 1e6)
      return { width, height, viewBox: `${x} ${y} ${width} ${height}` };
    this.refuseWith('The drawing does not say how large it is. It needs a viewBox, or width and height.');
    return null;
  }

  private refuse(what: string): void {
    this.refuseWith(`The drawing holds ${what}.`);
  }

  private refuseWith(message: string): void {
    this.problems.push({ line: this.parser.line, column: this.parser.column, message });
  }
}

function attribute(name: string, value: string): string {
  const own = value
    .replace(/url\(\s*['"]?#([\w-]+)['"]?\s*\)/gi, 'url(#logo-$1)')
    .replace(/"/g, '&quot;')
    .replace(/>/g, '&gt;');
  return ` ${name}="${name === 'id' ? `logo-${own}` : own}"`;
}
