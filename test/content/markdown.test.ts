import { expect, test } from '@jest/globals';
import { renderLesson, type RenderedLesson } from '../../server/content/index.ts';
import { links, load, type SmallModule } from './support/folder.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#fff"/></svg>';
const GLOSSARY = {
  'glossary.es.yaml':
    'outcome:\n  term: efecto\n  forms: [efectos]\n  definition: Lo que cambia en la *población*.\noda:\n  term: AOD\n  definition: Asistencia.\n',
  'glossary.en.yaml':
    'outcome:\n  term: outcome\n  forms: [outcomes]\n  definition: What changes in people.\noda:\n  term: ODA\n  definition: Assistance.\n',
};

function rendered(es: string, more: SmallModule = {}): RenderedLesson {
  const { modules, findings } = load({ es, ...more });
  const [loaded] = modules;
  if (!loaded) throw new Error(JSON.stringify(findings, null, 1));
  return renderLesson(loaded.module, 'the-steps', 'es', links);
}

/** The HTML of all segments in one string. */
const html = (es: string, more?: SmallModule): string =>
  rendered(es, more)
    .segments.map((segment) => (segment.kind === 'html' ? segment.html : `[${segment.kind}]`))
    .join('')
    .trim();

test('sections are h2 and their parts h3, with anchors that stay', () => {
  const lesson = rendered('Texto.\n\n## El salto {#hardest-step}\n\n### ¿Qué mide?\n\nFin.');
  expect(lesson.headings).toEqual([
    { id: 's-hardest-step', text: 'El salto', level: 2 },
    { id: 's-que-mide', text: '¿Qué mide?', level: 3 },
  ]);
  expect(html('## El salto {#hardest-step}\n\nTexto.')).toContain('<h2 id="s-hardest-step">El salto</h2>');
});

test('a callout is a panel with its title, or with its kind’s word', () => {
  expect(html('> [!WARNING] La palabra «resultado»\n> En *Perú* es un efecto.')).toBe(
    '<div class="panel warning" role="note"><p class="tag">La palabra «resultado»</p><p>En <em>Perú</em> es un efecto.</p>\n</div>',
  );
  expect(html('> [!TIP]\n> Empiece por la causa.')).toContain(
    '<p class="tag">Consejo</p><p>Empiece por la causa.</p>',
  );
  expect(html('> Una cita.')).toContain('<blockquote>');
});

test('an image alone is a numbered figure with its caption and its size', () => {
  const more = { files: { 'assets/chain.svg': SVG } };
  expect(html('![Una escalera de cinco peldaños.](../assets/chain.svg "La cadena del agua.")', more)).toBe(
    '<figure class="fig"><figcaption><b>Figura 1.</b> La cadena del agua.</figcaption>' +
      '<img src="/files/chain.svg" alt="Una escalera de cinco peldaños." width="640" height="360" loading="lazy" /></figure>',
  );
});

test('figures and tables are numbered through the page, over a self-check between them', () => {
  const table = 'Tabla: Datos\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |';
  const check =
    '### ¿Sí? {#check-one}\n\n- [x] Sí\n  > Sí.\n- [ ] No\n  > No.\n\n**Explicación.** Porque sí.';
  const page = html(`${table}\n\n${check}\n\n${table}`);
  expect(page).toContain('<b>Tabla 1.</b> Datos');
  expect(page).toContain('[check]');
  expect(page).toContain('<b>Tabla 2.</b> Datos');
});

test('a table scrolls in a region named by its caption, its numbers to the right', () => {
  expect(html('Tabla: Cuatro *indicadores*\n\n| Indicador | 2025 |\n| --- | ---: |\n| Agua | 66 |')).toBe(
    '<div class="scroll" role="region" aria-labelledby="tab-1" tabindex="0"><table>' +
      '<caption id="tab-1"><span><b>Tabla 1.</b> Cuatro <em>indicadores</em></span></caption>' +
      '<thead><tr><th scope="col">Indicador</th><th scope="col" class="r">2025</th></tr></thead>' +
      '<tbody><tr><th scope="row">Agua</th><td class="r">66</td></tr></tbody></table></div>',
  );
});

test('a table of things stacks into cards on a phone', () => {
  const page = html('Tabla: Piezas {cards}\n\n| Pieza | Pregunta |\n| --- | --- |\n| Meta | ¿Cuándo? |');
  expect(page).toContain('<table class="cards">');
  expect(page).toContain('<td data-label="Pregunta">¿Cuándo?</td>');
  expect(page).not.toContain('class="scroll"');
});

test('footnotes are numbered as they are cited and lead back', () => {
  const page = html('Uno[^b] y dos[^a].\n\n[^a]: La **segunda**.\n\n[^b]: La primera.');
  expect(page).toContain('<a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Nota 1">1</a>');
  expect(page).toMatch(
    /<li id="fn-1"><p>La primera\. <a href="#fnref-1".*<li id="fn-2"><p>La <strong>segunda<\/strong>\./s,
  );
});

test('task lists, definition lists and formulas', () => {
  expect(html('- [ ] Reunir datos\n- [x] Pedir permiso')).toContain(
    '<ul class="ticks checklist"><li>Reunir datos</li><li class="done">Pedir permiso <span class="vh">(hecho)</span></li></ul>',
  );
  expect(html('Insumo\n: Lo que se pone.\n\nProducto\n: Lo que se *entrega*.')).toBe(
    '<dl class="defs"><dt>Insumo</dt><dd>Lo que se pone.</dd><dt>Producto</dt><dd>Lo que se <em>entrega</em>.</dd></dl>',
  );
  expect(html('La distancia es $\\frac{43-41}{55-41}$ hoy.')).toMatch(
    /La distancia es <math.*<mfrac>.*<\/math> hoy\./s,
  );
  expect(html('$$a_1 + b_1$$')).toMatch(/^<p class="formula"><math display="block"/);
});

test('money is no formula', () => {
  expect(html('Costó US$100 y luego US$200, no $5 ni $10.')).toBe(
    '<p>Costó US$100 y luego US$200, no $5 ni $10.</p>',
  );
});

test('a term links at its first use, not in headings, and stands in the page’s list with its twin', () => {
  const lesson = rendered('## Los efectos\n\nUn efecto y otro efecto de la aod y la AOD.', {
    around: GLOSSARY,
  });
  const [first] = lesson.segments;
  expect(first?.kind === 'html' ? first.html : '').toBe(
    '<h2 id="s-los-efectos">Los efectos</h2>\n' +
      '<p>Un <a class="term" href="#g-outcome">efecto</a> y otro efecto de la aod y la <a class="term" href="#g-oda">AOD</a>.</p>\n',
  );
  expect(lesson.terms[0]).toEqual({
    key: 'outcome',
    term: 'efecto',
    definition: 'Lo que cambia en la <em>población</em>.',
    other: { language: 'en', term: 'outcome' },
  });
});

test('a term links by hand with its own words', () => {
  const page = html('[[outcome]] o [[outcome|lo que cambia]] o [[efectos]].', {
    en: 'Text.',
    around: GLOSSARY,
  });
  expect(page).toBe(
    '<p><a class="term" href="#g-outcome">efecto</a> o <a class="term" href="#g-outcome">lo que cambia</a> o <a class="term" href="#g-outcome">efectos</a>.</p>',
  );
});

test('a term that only a self-check or a worksheet names stands in the page’s list too', () => {
  const check = '### ¿Un [[outcome]]? {#check-a}\n\n- [x] Sí\n  > Sí.\n- [ ] No\n  > No, la [[oda]].';
  const worksheet =
    'id: sheet\ntitle: { es: a, en: a }\ninstructions: { es: "Use [[aid]].", en: "Use [[aid]]." }\n' +
    'parts: [{ kind: form, id: f, title: { es: a, en: a }, fields: [{ id: x, type: text, label: { es: a, en: a } }] }]\n';
  const more = 'aid:\n  term: ayuda\n  definition: Ayuda.\n';
  const lesson = rendered(`${check}\n\n{{worksheet:sheet}}`, {
    around: {
      'glossary.es.yaml': GLOSSARY['glossary.es.yaml'] + more,
      'glossary.en.yaml': GLOSSARY['glossary.en.yaml'] + more,
    },
    files: { 'worksheets/sheet.yaml': worksheet },
  });
  expect(lesson.terms.map(({ key }) => key)).toEqual(['outcome', 'oda', 'aid']);
  const instructions = lesson.segments.map((one) => (one.kind === 'worksheet' ? one.instructionsHtml : ''));
  expect(instructions).toContain('Use <a class="term" href="#g-aid">ayuda</a>.');
});

test('links lead to lessons, sections, files and the web', () => {
  const page = html(
    '## Aquí {#here}\n\n[a](#here) [b](01-the-steps.md#here) [c](https://example.org/a?b=1&c=2) [d](mailto:ana@example.org)',
  );
  expect(page).toContain('<a href="#s-here">a</a>');
  expect(page).toContain('<a href="/lessons/the-steps#s-here">b</a>');
  expect(page).toContain('<a href="https://example.org/a?b=1&amp;c=2">c</a>');
  expect(page).toContain('<a href="mailto:ana@example.org">d</a>');
});

test('spaces that must not break do not, whatever the writer typed', () => {
  expect(html('El 74.7 % de 40 000 y de 1 234 567; en 2024 600 millones.')).toBe(
    '<p>El 74.7\u00a0% de 40\u00a0000 y de 1\u00a0234\u00a0567; en 2024 600 millones.</p>',
  );
});

test.each([
  ['P05: 445 ÷ 600 = 74.2 %.', 'P05: 445~÷~600 =~74.2~%.'],
  ['(66 − 72) ÷ (48 − 72) = −6 ÷ −24', '(66~−~72)~÷~(48~−~72) =~−6~÷~−24'],
  ['19 550 − 11 450 = **8100**', '19~550~−~11~450 =~<strong>8100</strong>'],
  // Too long for a phone's line: it breaks after a sign.
  ['6700 + 720 − 5600 − 1100 − 300 = 420', '6700~+ 720~− 5600~− 1100~− 300 =~420'],
  ['De 3 a − b, x = y', 'De 3 a − b, x = y'],
])('a short sum stays on one line: %s', (typed, shown) => {
  expect(html(typed)).toBe(`<p>${shown.replaceAll('~', '\u00a0')}</p>`);
});

test('the same module gives the same bytes and the same hash', () => {
  const text = 'Un efecto.[^1]\n\n| a |\n| --- |\n| $x$ |\n\n[^1]: Nota.';
  expect(html(text)).toBe(html(text));
  expect(load({ es: text }).modules[0]?.hash).toBe(
    load({ es: text.replaceAll('\n', '\r\n') }).modules[0]?.hash,
  );
  expect(load({ es: `${text}\n\nMás.` }).modules[0]?.hash).not.toBe(load({ es: text }).modules[0]?.hash);
});
