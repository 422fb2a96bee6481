/** Where a JSON text stops being one. */
export class JsonFault extends Error {
  constructor(
    /** The line, counted as a text editor does. */
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

/** A property of the outermost object, or one element of a property that is a list. */
export interface JsonPart {
  name: string;
  /** Its place in the list; null for what is none. */
  at: number | null;
  row: number;
  value: unknown;
}

export interface WantedParts {
  /** The other properties are looked over: whether they are JSON is all that is asked of them. */
  names: readonly string[];
  /** An object by whose name all of it may be wrapped. */
  wrapper: string;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];
const ENDS_A_WORD = new Set([COMMA, CLOSE_OBJECT, CLOSE_LIST, 0x20, 0x0a, 0x0d, 0x09]);
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Nothing in the files met here is a hundredth of it. */
const MOST_BYTES_OF_ONE = 4 * 1024 * 1024;
/** The end is not among the bytes that are there. */
const BEYOND = -1;

/** A step of reading: something found, or null when more of the text is needed. */
type Reading<Result> = Generator<JsonPart | null, Result, void>;

/**
 * A JSON object of any size, piece by piece: of what it holds no more than one element is in memory at a time. Elements are
 * found by their brackets and quotation marks, and read by the library.
 */
export class JsonParts {
  /** The properties in the order in which they began. */
  readonly met: string[] = [];
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private ended = false;
  /** The line of the byte up to which lines were counted. */
  private row = 1;
  private counted = 0;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  /** So much is needed before it is worth looking again. */
  private needed = 0;
  private readonly reading: Reading<void>;

  constructor(private readonly wanted: WantedParts) {
    this.reading = this.whole();
  }

  /** What has come whole with this piece. */
  take(piece: Uint8Array): JsonPart[] {
    this.waiting.push(piece);
    this.waitingBytes += piece.length;
    return this.waitingBytes < this.needed ? [] : this.go();
  }

  /** What was still waiting for its end. */
  end(): JsonPart[] {
    this.ended = true;
    return this.go();
  }

  private go(): JsonPart[] {
    this.rowAt(this.at);
    this.bytes = Buffer.concat([this.bytes.subarray(this.at), ...this.waiting]);
    [this.at, this.counted, this.waiting, this.waitingBytes, this.needed] = [0, 0, [], 0, 0];
    const found: JsonPart[] = [];
    for (let step = this.reading.next(); !step.done && step.value !== null; step = this.reading.next())
      found.push(step.value);
    return found;
  }

  private *whole(): Reading<void> {
    yield* this.until((bytes, from, ended) => (bytes.length < BYTE_ORDER_MARK.length && !ended ? BEYOND : from));
    if (this.bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)) this.at = BYTE_ORDER_MARK.length;
    if ((yield* this.sign()) !== OPEN_OBJECT) throw this.fault('Here a JSON object should begin.');
    yield* this.object();
  }

  private *object(): Reading<void> {
    this.at += 1;
    if ((yield* this.sign()) === CLOSE_OBJECT) return void (this.at += 1);
    for (;;) {
      yield* this.property();
      const sign = yield* this.sign();
      if (sign !== CLOSE_OBJECT && sign !== COMMA)
        throw this.fault('Here a comma or the end of the object should stand.');
      this.at += 1;
      if (sign === CLOSE_OBJECT) return;
    }
  }

  private *property(): Reading<void> {
    if ((yield* this.sign()) !== QUOTE) throw this.fault('Here a text in quotation marks should begin.');
    const name = String(this.read(yield* this.until(textEnd)));
    if ((yield* this.sign()) !== COLON) throw this.fault('Here a colon should stand.');
    this.at += 1;
    const sign = yield* this.sign();
    if (name === this.wanted.wrapper && sign === OPEN_OBJECT) return yield* this.object();
    this.met.push(name);
    if (sign === OPEN_LIST) return yield* this.list(name);
    yield* this.value(name, null);
  }

  private *list(name: string): Reading<void> {
    this.at += 1;
    if ((yield* this.sign()) === CLOSE_LIST) return void (this.at += 1);
    for (let at = 0; ; at += 1) {
      yield* this.value(name, at);
      const sign = yield* this.sign();
      if (sign !== CLOSE_LIST && sign !== COMMA) throw this.fault('Here a comma or the end of the list should stand.');
      this.at += 1;
      if (sign === CLOSE_LIST) return;
      yield* this.sign();
    }
  }

  private *value(name: string, at: number | null): Reading<void> {
    const end = yield* this.until(valueEnd);
    if (end === this.at) throw this.fault('Here a value should stand.');
    if (!this.wanted.names.includes(name)) return void (this.at = end);
    const row = this.rowAt(this.at);
    yield { name, at, row, value: this.read(end) };
  }

  /** The next sign that is no blank. */
  private *sign(): Reading<number> {
    this.at = yield* this.until(blankEnd);
    return this.bytes[this.at] ?? 0;
  }

  /** Where something ends that begins here. */
  private *until(endOf: (bytes: Buffer, from: number, ended: boolean) => number): Reading<number> {
    for (;;) {
      const end = endOf(this.bytes, this.at, this.ended);
      if ((end === BEYOND ? this.bytes.length : end) - this.at > MOST_BYTES_OF_ONE)
        throw this.fault('One element of the file has more than 4 MB.');
      if (end !== BEYOND) return end;
      if (this.ended) throw this.cutOff();
      this.needed = this.bytes.length - this.at;
      yield null;
    }
  }

  private read(end: number): unknown {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(this.bytes.subarray(this.at, end));
    } catch {
      throw this.fault('There are characters here that are not UTF-8.');
    }
    try {
      const value: unknown = JSON.parse(text);
      this.at = end;
      return value;
    } catch {
      throw this.fault('From here on this is not JSON.');
    }
  }

  private fault(message: string): JsonFault {
    return new JsonFault(this.rowAt(this.at), message);
  }

  private cutOff(): JsonFault {
    return new JsonFault(this.rowAt(this.bytes.length), 'The file ends here, in the middle of its content.');
  }

  private rowAt(at: number): number {
    for (let next = this.bytes.indexOf(0x0a, this.counted); next !== -1 && next < at; ) {
      this.row += 1;
      this.counted = next + 1;
      next = this.bytes.indexOf(0x0a, this.counted);
    }
    return this.row;
  }
}

function blankEnd(bytes: Buffer, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at])
    at += 1;
  return at < bytes.length ? at : BEYOND;
}

function textEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from + 1); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) {
    let before = at - 1;
    while (bytes[before] === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 1) return at + 1;
  }
  return BEYOND;
}

function valueEnd(bytes: Buffer, from: number, ended: boolean): number {
  const first = bytes[from];
  if (first === QUOTE) return textEnd(bytes, from);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return wordEnd(bytes, from, ended);
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = textEnd(bytes, at);
      if (end === BEYOND) return BEYOND;
      at = end - 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && (depth -= 1) === 0) return at + 1;
  }
  return BEYOND;
}

/** Numbers, true, false and null. */
function wordEnd(bytes: Buffer, from: number, ended: boolean): number {
  let at = from;
  for (let byte = bytes[at]; byte !== undefined && !ENDS_A_WORD.has(byte); byte = bytes[at]) at += 1;
  return at < bytes.length || ended ? at : BEYOND;
}
