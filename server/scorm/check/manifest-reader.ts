/** A manifest as elements, its edition, and what is wrong with its bytes. */
import { parseXml, XmlFault, type XmlElement } from '../../content/figures/xml.ts';
import type { PackageFormat } from '../format.ts';
import { advice, error, type PackageFinding } from './finding.ts';

export interface ReadManifest {
  text: string;
  root: XmlElement;
  format: PackageFormat | null;
}

/** What LMSs know; anything else Moodle plays as 1.2. The 2nd edition (“CAM 1.3”) has schemas of its own. */
const EDITIONS: Record<string, PackageFormat> = {
  '1.2': '1.2',
  '2004 3rd Edition': '2004-3',
  '2004 4th Edition': '2004-4',
};

export function readManifest(bytes: Buffer): { manifest: ReadManifest | null; findings: PackageFinding[] } {
  const findings: PackageFinding[] = [];
  const stop = (finding: PackageFinding) => ({ manifest: null, findings: [...findings, finding] });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return stop(error('encoding'));
  }
  if (text.startsWith('\ufeff')) {
    findings.push(advice('bom'));
    text = text.slice(1);
  }
  const declared = /^<\?xml[^>]*encoding\s*=\s*["']([^"']+)/.exec(text)?.[1];
  if (declared !== undefined && declared.toLowerCase() !== 'utf-8') findings.push(error('encoding'));
  if (/^\s+<\?xml/.test(text))
    return stop(error('malformed', { reason: 'something before the declaration' }));
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return stop(error('doctype'));
  try {
    const root = parseXml(text);
    const version = textAt(root, ['metadata', 'schemaversion']);
    const format = EDITIONS[version] ?? null;
    if (!format) findings.push(error('edition', { version: version.slice(0, 60) }));
    return { manifest: { text, root, format }, findings };
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    const line = text.slice(0, fault.offset).split('\n').length;
    return stop(error('malformed', { reason: `${fault.message} (${line})` }));
  }
}

export const childrenOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

export const childrenCalled = (element: XmlElement, name: string): XmlElement[] =>
  childrenOf(element).filter((child) => child.name === name);

/** Every element below, in the order of the document. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    yield child;
    yield* descendantsOf(child);
  }
}

export const textOf = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim();

function textAt(root: XmlElement, path: readonly string[]): string {
  let found: XmlElement | undefined = root;
  for (const name of path) found = found && childrenCalled(found, name)[0];
  return found ? textOf(found) : '';
}
