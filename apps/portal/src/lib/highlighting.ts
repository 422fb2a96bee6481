import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

/** Those of the files that may come in; JavaScript and PHP hold XML. */
const lowlight = createLowlight({
  bash,
  c,
  cpp,
  csharp,
  css,
  go,
  java,
  javascript,
  json,
  kotlin,
  php,
  python,
  ruby,
  rust,
  sql,
  typescript,
  xml,
  yaml,
});

/** A run of characters and what it is to whoever reads the language; null for what is nothing special. */
export interface Run {
  text: string;
  kind: RunKind | null;
}
export type RunKind = 'keyword' | 'text' | 'number' | 'remark' | 'name';

const KINDS: Record<string, RunKind> = {
  ...{ 'hljs-keyword': 'keyword', 'hljs-built_in': 'keyword', 'hljs-type': 'keyword', 'hljs-selector-tag': 'keyword' },
  ...{ 'hljs-string': 'text', 'hljs-regexp': 'text', 'hljs-char': 'text', 'hljs-template-tag': 'text' },
  ...{ 'hljs-number': 'number', 'hljs-literal': 'number', 'hljs-symbol': 'number' },
  ...{ 'hljs-comment': 'remark', 'hljs-doctag': 'remark', 'hljs-meta': 'remark' },
  ...{ 'hljs-title': 'name', 'hljs-attr': 'name', 'hljs-attribute': 'name', 'hljs-section': 'name' },
};

/** The text in order, in runs. Together they are the text, character by character. */
export function runsOf(text: string, language: string): Run[] {
  const runs: Run[] = [];
  collect(lowlight.highlight(language, text).children, null, runs);
  return runs;
}

interface Leaf {
  type: string;
  value?: string;
  properties?: { className?: unknown };
  children?: Leaf[];
}

function collect(nodes: readonly Leaf[], kind: RunKind | null, into: Run[]): void {
  for (const node of nodes) {
    if (node.type === 'text') into.push({ text: node.value ?? '', kind });
    const names = Array.isArray(node.properties?.className) ? node.properties.className : [];
    const own = names.map((name) => KINDS[String(name)]).find(Boolean);
    if (node.children) collect(node.children, own ?? kind, into);
  }
}
