import { readSvgLogo } from './svg-logo.rules.js';

const svg = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"${more}>\n${inside}\n</svg>`;
const LINES = Array.from({ length: 12 }, (_, nth) => `<!ENTITY a${nth + 1} "&a${nth};&a${nth};&a${nth};">`).join('');

const HOSTILE: [string, string, RegExp][] = [
  ['a script', svg('<script>alert(1)</script>'), /a script/],
  [
    'a script in another namespace prefix',
    `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:script/></s:svg>`,
    /a script/,
  ],
  ['an event', svg('<path d="M0 0" onload="alert(1)"/>'), /an event \(onload\)/],
  ['an event in capitals', svg('<path d="M0 0" ONCLICK="alert(1)"/>'), /an event/],
  ['an event on the drawing itself', svg('', ' onload="alert(1)"'), /an event/],
  ['a link to elsewhere', svg('<a xlink:href="https://evil.example"><path d="M0 0"/></a>'), /a link/],
  ['a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>'), /a picture inside/],
  ['a copy of a part', svg('<use xlink:href="https://evil.example/x.svg#a"/>'), /copy of another part/],
  ['a copy bomb', svg('<g id="a"><use href="#a"/><use href="#a"/></g>'), /copy of another part/],
  ['a reference on a shape', svg('<path d="M0 0" href="javascript:alert(1)"/>'), /a reference/],
  [
    'a web page inside',
    svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    /foreignObject/,
  ],
  [
    'HTML in its own namespace',
    svg('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="//evil"/>'),
    /no part of SVG/,
  ],
  ['a style sheet', svg('<style>@import url(//evil.example/x.css)</style>'), /a style sheet/],
  ['an address in a style', svg('<path d="M0 0" style="fill:url(https://evil.example/#a)"/>'), /something outside/],
  [
    'an address hidden behind an escape',
    svg('<path d="M0 0" style="fill:u\\72l(//evil.example)"/>'),
    /more than a value/,
  ],
  ['an address in a fill', svg('<path d="M0 0" fill="url(//evil.example/x#a)"/>'), /something outside/],
  ['a background that loads', svg('<path d="M0 0" style="background:url(//evil.example)"/>'), /something outside/],
  [
    'entities without end',
    `<!DOCTYPE svg [<!ENTITY a0 "lol">${LINES}]>${svg('<title>&a12;</title>')}`,
    /document type/,
  ],
  [
    'a file of the server',
    `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`,
    /document type/,
  ],
  [
    'a style sheet beside it',
    `<?xml-stylesheet href="//evil.example/x.css"?>${svg('')}`,
    /instruction to another program/,
  ],
  [
    'an animation',
    svg('<path d="M0 0"><animate attributeName="href" to="javascript:alert(1)"/></path>'),
    /an animation/,
  ],
  ['a setting of another element', svg('<set attributeName="onload" to="alert(1)"/>'), /an animation/],
  ['text', svg('<text>Calder</text>'), /turn it into paths/],
  ['a filter', svg('<filter id="f"><feImage href="//evil.example"/></filter>'), /a filter/],
  ['groups without end', svg('<g>'.repeat(60) + '</g>'.repeat(60)), /groups inside groups/],
  ['shapes without end', svg('<path d="M0 0"/>'.repeat(5_000)), /more than 4000 shapes/],
  ['no size', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', /how large/],
  ['a page', '<html><body onload="alert(1)"></body></html>', /no part of SVG/],
  ['half a drawing', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path', /not well-formed/],
  ['too many letters', svg(`<path d="${'M0 0'.repeat(60_000)}"/>`), /at most 200,000/],
];

describe('taking in a logo', () => {
  it.each(HOSTILE)('refuses %s, saying where and why', (_what, source, reason) => {
    const problems = readSvgLogo(source);
    if (!Array.isArray(problems)) throw new Error(`It was taken in: ${problems.drawing}`);
    expect(problems[0]?.message).toMatch(reason);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });

  it('names the line', () => {
    const problems = readSvgLogo(svg('<path d="M0 0"/>\n<path d="M0 0"/>\n<script/>'));
    expect(problems).toEqual([{ line: 4, column: expect.any(Number), message: expect.stringContaining('a script') }]);
  });

  it('keeps the shapes of a drawing as programs write them', () => {
    const read = readSvgLogo(`<?xml version="1.0" encoding="UTF-8"?>
<svg width="40mm" height="20mm" viewBox="0 0 40 20" fill="none" xmlns="http://www.w3.org/2000/svg"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3">
  <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>
  <inkscape:page id="p"/>
  <title>Calder &amp; Sons</title>
  <defs><linearGradient id="blue"><stop offset="0" stop-color="#00f"/></linearGradient></defs>
  <g class="cls-1" data-name="a"><path style="fill:url(#blue);font-family:Arial;stroke-width:2" d="M0 0L40 20Z"/></g>
  <circle cx="5" cy="5" r="2" fill="#123456"/>
</svg>`);
    if (Array.isArray(read)) throw new Error(JSON.stringify(read));
    expect(read).toMatchObject({ width: 40, height: 20, viewBox: '0 0 40 20' });
    expect(read.drawing).toBe(
      '<g fill="none"><defs><linearGradient id="logo-blue"><stop offset="0" stop-color="#00f"></stop></linearGradient></defs>' +
        '<g><path fill="url(#logo-blue)" stroke-width="2" d="M0 0L40 20Z"></path></g>' +
        '<circle cx="5" cy="5" r="2" fill="#123456"></circle></g>',
    );
  });
});
