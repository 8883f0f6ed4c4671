/** Validation against the official schemas, in a worker, without any access to files or network. */
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';
import { readControlDocuments } from '../control-documents.ts';
import type { PackageFormat } from '../format.ts';
import { error, type PackageFinding } from './finding.ts';

const MAIN: Record<PackageFormat, readonly (readonly [namespace: string, file: string])[]> = {
  '1.2': [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.imsglobal.org/xsd/imsmd_rootv1p2p1', 'imsmd_rootv1p2p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
  '2004-3': scorm2004(),
  '2004-4': scorm2004(),
};

function scorm2004(): readonly (readonly [string, string])[] {
  return [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ];
}

const MOST_FINDINGS = 20;
const MANIFEST = 'imsmanifest.xml';

/** @returns what the official schemas say; also when their reader gives up on the manifest */
export async function validateManifest(text: string, format: PackageFormat): Promise<PackageFinding[]> {
  const documents = await readControlDocuments(format);
  const preload = [...documents].map(([fileName, bytes]): XMLFileInfo => ({
    fileName,
    contents: readable(fileName, bytes.toString('utf8')),
  }));
  try {
    const { errors } = await validateXML({
      xml: { fileName: MANIFEST, contents: text },
      schema: { fileName: 'driver.xsd', contents: driver(format) },
      preload,
    });
    return errors
      .filter(({ loc }) => loc?.fileName === MANIFEST)
      .slice(0, MOST_FINDINGS)
      .map(({ loc, message }) => findingOf(message, loc?.lineNumber ?? 1));
  } catch (fault) {
    // A worker of its own with 32 MB: what is too much for it is too much for an LMS.
    return [error('unvalidated', { reason: fault instanceof Error ? fault.message : String(fault) })];
  }
}

/** "parser error : …" and "namespace error : …" are faults of the XML itself. */
function findingOf(message: string, line: number): PackageFinding {
  const [, kind = '', rest = message] = /^(\w+) (?:validity )?error : (.*)$/s.exec(message) ?? [];
  const reason = rest
    .replace(/\{[^}]*\}/g, '')
    .replace(/\.$/, '')
    .trim();
  return kind === 'parser' || kind === 'namespace'
    ? error('malformed', { reason: `${reason} (${line})` })
    : error('schema', { line, reason });
}

/** One schema that takes in those of all namespaces: a manifest may use each of them anywhere. */
function driver(format: PackageFormat): string {
  const imports = MAIN[format].map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}

/**
 * Two faults of the 1.2 set that newer libxml2 does not forgive, mended in this copy only: a content model that is
 * not deterministic (any element where the next one is of the same namespace), and a forbidden default namespace.
 */
function readable(name: string, schema: string): string {
  if (name === 'imsmd_rootv1p2p1.xsd') return schema.replaceAll('namespace="##any"', 'namespace="##other"');
  if (name === 'ims_xml.xsd') return schema.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '');
  return schema;
}
