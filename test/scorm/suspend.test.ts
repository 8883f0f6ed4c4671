/** What a course keeps in an LMS: in ASCII, within the LMS's room, and read again whatever happened in between. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { courseData } from '../../server/scorm/pages/course-data.ts';
import { cellsOf } from '../../server/scorm/runtime/state/cells.ts';
import { pack, unpack } from '../../server/scorm/runtime/state/packing.ts';
import { emptyState, type Attempt, type CourseState } from '../../server/scorm/runtime/state/state.ts';
import { suspendFormat } from '../../server/scorm/runtime/state/suspend.ts';
import { rightAnswers, sampleModule } from './modules.ts';

const ROOM = 4096;
const options = { revision: 1, passMark: 0.7, exitWhenComplete: 'suspend' } as const;
const course = courseData(sampleModule, { ...options, format: '1.2', languages: ['es', 'en'] });
const format = suspendFormat(course);
const cells = cellsOf(course.worksheets);
// As scoring reads it: without the spaces around it.
const responses = { ...rightAnswers, 'q-text': 'Linea de BASE' } as Attempt['responses'];
const finished: CourseState = {
  ...emptyState(),
  language: 'en',
  place: `lesson/${course.lessons[1] ?? ''}`,
  done: new Set(course.lessons),
  best: 0.875,
  attempt: {
    number: 2,
    seed: 42,
    questions: Object.keys(rightAnswers),
    responses,
    submittedAt: 1_796_000_000_000,
  },
};
const SENTENCE = 'La recaudación creció, aunque la ayuda bajó: hay que explicar por qué «año a año». ';
const filled = (text: (index: number) => string): CourseState => ({
  ...finished,
  cells: Object.fromEntries(cells.map((cell, index) => [cell, text(index)])),
});

test('everything comes back as it was, whatever people write', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...cells), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 })),
      (written) => {
        const tidy = Object.fromEntries(
          Object.entries(written).map(([cell, text]) => [cell, text.normalize('NFC')]),
        );
        const { text, left } = format.write({ ...finished, cells: tidy }, 64_000);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        expect(left).toBe(0);
        expect(format.read(text)).toEqual({ ...finished, cells: tidy });
      },
    ),
  );
});

describe('worksheets that are fuller than SCORM 1.2 has room for', () => {
  const full = filled((index) => `${SENTENCE}${String(index)} `.repeat(4 + (index % 4)).trim());

  test('are packed, and come back whole', () => {
    const plain = format.write(full, Infinity).text;
    expect(plain.length).toBeGreaterThan(ROOM);
    const { text, left } = format.write(full, ROOM);
    expect({ left, fits: text.length <= ROOM }).toEqual({ left: 0, fits: true });
    expect(format.read(text)).toEqual(full);
  });

  test('lose their longest texts only where even that is too much, and say how many', () => {
    const noise = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 900, maxLength: 900 }), {
      seed: 1,
      numRuns: cells.length,
    });
    const random = filled((index) => (index % 2 === 0 ? String(index) : (noise[index] ?? '').trim()));
    const { text, left } = format.write(random, ROOM);
    expect(text.length).toBeLessThanOrEqual(ROOM);
    expect(left).toBeGreaterThan(0);
    const kept = format.read(text)?.cells ?? {};
    expect(Object.keys(kept)).toHaveLength(cells.length - left);
    const short = cells.filter((_, index) => index % 2 === 0);
    expect(short.map((cell) => kept[cell])).toEqual(short.map((cell) => random.cells[cell]));
  });

  test('are given up when an LMS damaged them, and nothing else is', () => {
    const { text } = format.write(full, ROOM);
    for (const damaged of [text.slice(0, -40), text.replace(/.{10}$/, 'ZZZZZZZZZZ')]) {
      const read = format.read(damaged);
      expect(read?.cells).toEqual({});
      expect(read?.best).toBe(0.875);
      expect(read?.done).toEqual(finished.done);
    }
  });

  test('go on in a new revision without the cells that it no longer has', () => {
    const [gone, ...others] = course.worksheets;
    const later = suspendFormat({ ...course, worksheets: others });
    const left = cells.filter((cell) => !cell.startsWith(`${gone?.id ?? ''}/`));
    for (const room of [Infinity, ROOM])
      expect(Object.keys(later.read(format.write(full, room).text)?.cells ?? {})).toEqual(left);
  });
});

describe('packing', () => {
  test('gives back any text of seven bits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const packed = pack(text);
          expect(packed).toMatch(/^[\w-]*$/);
          expect(unpack(packed)).toBe(text);
        },
      ),
    );
  });

  test('is read as it was written by earlier packages: browsers and years lie between', () => {
    const written = 'iHhd001mnliJstYoZr4jjWkEHWlfsJ6rHfLwemwch9KbPasQ7sw4LdgBWD1JNpNjkbS7UfqH0Rg';
    const text = '0indicadores/hoy/a/valor:1600.5;3unidad:millones de pesos;';
    expect({ unpacked: unpack(written), packed: pack(text) }).toEqual({ unpacked: text, packed: written });
  });

  test('never takes a stranger’s text for its own', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => expect(unpack(text)).toBeNull()));
  });
});
