/** That each file of the manifest is in the package, and each file of the package in the manifest. */
import type { XmlElement } from '../../content/figures/xml.ts';
import { advice, error, type PackageFinding } from './finding.ts';
import { childrenCalled, descendantsOf, textOf } from './manifest-reader.ts';
import { launchedResources, resourcesOf } from './structure-rules.ts';

/** Beside the content: the manifest itself, schemas and their document types, and metadata that is named elsewhere. */
const NOT_CONTENT = /^imsmanifest\.xml$|\.(xsd|dtd)$/i;

export function checkFiles(root: XmlElement, paths: readonly string[]): PackageFinding[] {
  const present = new Set(paths);
  const byFolded = new Map(paths.map((path) => [path.toLowerCase(), path]));
  const findings: PackageFinding[] = [];
  const listed = new Map<string, number>();
  const named = new Set<string>();

  const follow = (href: string, base: string): string | null => {
    const path = resolveHref(href, base);
    if (path === null) {
      findings.push(error('bad-href', { href }));
      return null;
    }
    named.add(path);
    if (present.has(path)) return path;
    const other = byFolded.get(path.toLowerCase());
    findings.push(
      other === undefined ? error('missing', { href }) : error('other-case', { href, path: other }),
    );
    return path;
  };

  const launched = launchedResources(root);
  for (const resource of resourcesOf(root)) {
    const base = baseOf(root, resource);
    const files = childrenCalled(resource, 'file').flatMap(({ attributes }) => {
      const path = isExternal(attributes.get('href')) ? null : follow(attributes.get('href') ?? '', base);
      return path === null ? [] : [path];
    });
    for (const path of files) listed.set(path, (listed.get(path) ?? 0) + 1);
    const href = resource.attributes.get('href');
    if (href === undefined || href === '') continue;
    if (isExternal(href)) {
      if (launched.some((one) => one.resource === resource && one.isSco))
        findings.push(error('external', { href }));
      continue;
    }
    const launch = resolveHref(href, base);
    if (launch !== null && files.includes(launch)) continue;
    if (follow(href, base) !== null) findings.push(error('launch-unlisted', { href }));
  }
  for (const element of descendantsOf(root)) {
    if (element.name === 'adlcp:location') follow(textOf(element), '');
  }
  for (const [href, count] of listed) if (count > 1) findings.push(advice('listed-twice', { href, count }));
  for (const path of paths) {
    if (!named.has(path) && !NOT_CONTENT.test(path)) findings.push(error('unlisted', { path }));
  }
  return findings;
}

const isExternal = (href: string | undefined): boolean => /^[a-z][a-z0-9+.-]*:/i.test(href ?? '');

function baseOf(root: XmlElement, resource: XmlElement): string {
  const resources = childrenCalled(root, 'resources').find((one) => one.children.includes(resource));
  return [root, resources, resource].map((element) => element?.attributes.get('xml:base') ?? '').join('');
}

/** The path in the package; null where the address is absolute, climbs out or has signs that no address may have. */
function resolveHref(href: string, base: string): string | null {
  const address = base + (/^[^?#]*/.exec(href)?.[0] ?? '');
  if (address === '' || /^\/|[\\\s]/.test(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(address);
  } catch {
    return null;
  }
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
