/** What the schemas cannot say of a manifest's structure (scorm.md, sections 1, 2, 3b and 5). */
import type { XmlElement } from '../../content/figures/xml.ts';
import { controlDocumentNames } from '../control-documents.ts';
import type { PackageFormat } from '../format.ts';
import { advice, error, type PackageFinding } from './finding.ts';
import { childrenCalled, descendantsOf, textOf } from './manifest-reader.ts';

const LONGEST_TITLE = 255;
const PREFIXES: Record<string, string> = {
  'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp',
  'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav',
  'http://www.imsglobal.org/xsd/imsss': 'imsss',
};

export interface Launched {
  /** The resource that an item names. */
  resource: XmlElement;
  isSco: boolean;
}

export function checkStructure(root: XmlElement, format: PackageFormat): PackageFinding[] {
  return [
    ...checkPrefixes(root),
    ...checkOrganizations(root),
    ...checkScormType(root, format),
    ...checkNumbers(root),
    ...checkTitles(root),
    ...checkTraps(root),
    ...(childrenCalled(root, 'manifest').length > 0 ? [advice('sub-manifest')] : []),
  ];
}

function checkPrefixes(root: XmlElement): PackageFinding[] {
  return [...root.attributes].flatMap(([name, namespace]) => {
    const prefix = PREFIXES[namespace];
    return prefix === undefined || name === `xmlns:${prefix}` ? [] : [error('prefix', { namespace, prefix })];
  });
}

function checkOrganizations(root: XmlElement): PackageFinding[] {
  const findings: PackageFinding[] = [];
  const organizations = childrenCalled(root, 'organizations')[0];
  const ids = organizations
    ? childrenCalled(organizations, 'organization').map((one) => one.attributes.get('identifier'))
    : [];
  const chosen = organizations?.attributes.get('default');
  if (chosen !== undefined && !ids.includes(chosen)) findings.push(error('organization', { name: chosen }));
  const resources = resourcesOf(root);
  const known = new Set(resources.map((resource) => resource.attributes.get('identifier')));
  const references = [...descendantsOf(root)].filter(({ name }) => name === 'item' || name === 'dependency');
  for (const { attributes } of references) {
    const name = attributes.get('identifierref');
    if (name !== undefined && !known.has(name)) findings.push(error('unresolved', { name }));
  }
  const launched = launchedResources(root);
  if (!launched.some(({ isSco }) => isSco)) findings.push(error('no-sco'));
  for (const { resource } of launched) {
    if (!resource.attributes.get('href')) {
      findings.push(error('no-launch', { name: resource.attributes.get('identifier') ?? '' }));
    }
  }
  return findings;
}

export function resourcesOf(root: XmlElement): XmlElement[] {
  return childrenCalled(root, 'resources').flatMap((resources) => childrenCalled(resources, 'resource'));
}

/** The resources that items launch. */
export function launchedResources(root: XmlElement): Launched[] {
  const named = new Set(
    [...descendantsOf(root)]
      .filter(({ name }) => name === 'item')
      .map(({ attributes }) => attributes.get('identifierref')),
  );
  return resourcesOf(root)
    .filter(({ attributes }) => named.has(attributes.get('identifier')))
    .map((resource) => ({ resource, isSco: scormTypeOf(resource) === 'sco' }));
}

const scormTypeOf = ({ attributes }: XmlElement): string | undefined =>
  attributes.get('adlcp:scormtype') ?? attributes.get('adlcp:scormType');

function checkScormType(root: XmlElement, format: PackageFormat): PackageFinding[] {
  const right = format === '1.2' ? 'adlcp:scormtype' : 'adlcp:scormType';
  const wrong = format === '1.2' ? 'adlcp:scormType' : 'adlcp:scormtype';
  return resourcesOf(root).some(({ attributes }) => attributes.has(wrong))
    ? [error('scorm-type', { name: right })]
    : [];
}

function checkNumbers(root: XmlElement): PackageFinding[] {
  return [...descendantsOf(root)].flatMap((element) => {
    const value = textOf(element);
    if (element.name === 'adlcp:masteryscore' && !isBetween(value, 0, 100))
      return [error('mastery', { value })];
    if (element.name === 'imsss:minNormalizedMeasure' && !isBetween(value, 0, 1))
      return [error('measure', { value })];
    return [];
  });
}

const isBetween = (text: string, least: number, most: number): boolean =>
  /^\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= most;

function checkTitles(root: XmlElement): PackageFinding[] {
  return [...descendantsOf(root)]
    .filter(({ name }) => name === 'title')
    .map((title) => textOf(title).length)
    .filter((length) => length > LONGEST_TITLE)
    .map((length) => error('long-title', { length, most: LONGEST_TITLE }));
}

function checkTraps(root: XmlElement): PackageFinding[] {
  return [...descendantsOf(root)].flatMap((element) => {
    if (element.name === 'imsss:mapInfo') return [advice('map-info')];
    const hidden = element.name === 'adlnav:hideLMSUI' ? textOf(element) : '';
    return ['exit', 'exitAll', 'suspendAll', 'abandon', 'abandonAll'].includes(hidden) && hidden !== 'abandon'
      ? [advice('trap', { name: hidden })]
      : [];
  });
}

/** The control documents stand at the root beside the manifest. */
export function checkControls(paths: ReadonlySet<string>, format: PackageFormat): PackageFinding[] {
  return controlDocumentNames(format)
    .filter((name) => !paths.has(name))
    .map((name) => error('control', { name }));
}
