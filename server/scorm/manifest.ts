/**
 * `imsmanifest.xml`: what an LMS reads to know which pages are launched and under which title.
 * Identifiers come from module ids alone, never from a clock, a language or a revision, so that an LMS can
 * replace a package by a newer one without losing attempts (Totara drops them when SCO ids change).
 */
import { manifest12 } from './manifest-1.2.ts';
import { manifest2004 } from './manifest-2004.ts';
import type { ManifestContent } from './manifest-content.ts';
import { xmlDocument } from './xml.ts';

export function buildManifest(content: ManifestContent): string {
  return xmlDocument(content.format === '1.2' ? manifest12(content) : manifest2004(content));
}
