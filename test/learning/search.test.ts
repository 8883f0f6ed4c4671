/** Looking for words in the modules: any form of a word, with or without its accents, in one's own tracks. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stemOf } from '../../server/learning/search/stems.ts';
import { startRumbo } from '../support/rumbo.ts';

describe('a word', () => {
  test.each([
    ['es', 'planificación', 'planificacion', 'planificaciones', 'PLANIFICACIÓN'],
    ['es', 'presupuesto', 'presupuestos'],
    ['es', 'inversión', 'inversion', 'inversiones'],
    ['es', 'efecto', 'efectos'],
    ['es', 'línea', 'lineas'],
    ['es', 'país', 'paises'],
    ['es', 'evaluación', 'evaluaciones'],
    ['es', 'niña', 'nina'],
    ['en', 'financing', 'financed', 'finances'],
    ['en', 'ministry’s', 'ministry', 'ministries'],
  ] as const)('%s: %s is found by its other forms', (language, word, ...forms) => {
    const stems = forms.map((form) => stemOf(form, language));
    expect(stems).toEqual(forms.map(() => stemOf(word, language)));
  });
  test('that is another word has another stem', () => {
    expect(stemOf('gasto', 'es')).not.toBe(stemOf('ingreso', 'es'));
    expect(stemOf('output', 'en')).not.toBe(stemOf('outcome', 'en'));
  });
});

describe('the search page', () => {
  let rumbo: Awaited<ReturnType<typeof startRumbo>>;
  beforeAll(async () => {
    rumbo = await startRumbo();
  });
  afterAll(async () => {
    await rumbo.stop();
  });
  const links = (html: string) =>
    Array.from(html.matchAll(/<h3><a href="([^"]+)">/g), ([, url]) => url ?? '');

  test('shows the passage of a lesson and leads to its heading', async () => {
    const ana = await rumbo.person('learner', 'ana@example.org');
    await ana.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
    const page = await ana.get('/es/search?q=lineas%20de%20base');
    expect(page.text).toMatch(/<mark>líneas? de base<\/mark>|<mark>líneas?<\/mark> de <mark>base<\/mark>/i);
    const urls = links(page.text);
    expect(urls.length).toBeGreaterThan(2);
    for (const url of urls.slice(0, 5)) {
      const [path = '', anchor] = url.split('#');
      const lesson = await ana.get(path);
      expect(lesson.status).toBe(200);
      expect(lesson.text).toContain(`id="${anchor ?? 'content'}"`);
    }
    const english = await ana.get('/en/search?q=baselines');
    expect(english.text).toMatch(/<mark>baselines?<\/mark>/i);
  });

  test('does not show what is locked, but says where it is', async () => {
    const eva = await rumbo.person('learner', 'eva@example.org');
    const page = await eva.get('/es/search?q=Altamar');
    expect(links(page.text)).toEqual([]);
    expect(page.text).toMatch(/DFA experto: \d+ pasajes/);
  });

  test('has no result for what nobody wrote, and shows odd input as text', async () => {
    const leo = await rumbo.person('learner', 'leo@example.org');
    await leo.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
    for (const q of ['zzzxq', '<script>alert(7)</script>', '%00', '(((', 'de la', 'x'.repeat(5_000)]) {
      const page = await leo.get(`/es/search?q=${encodeURIComponent(q)}`);
      expect(page.status).toBe(200);
      expect(links(page.text)).toEqual([]);
      expect(page.text).not.toContain('<script>alert');
    }
    expect((await leo.get('/es/search?q=a&q=b')).status).toBe(200);
    expect((await leo.get('/es/search')).text).not.toContain('class="empty"');
  });
});
