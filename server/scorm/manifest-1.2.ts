/**
 * SCORM 1.2 Content Packaging. The prefixes stay literally `adlcp` and `imsmd` and the default namespace
 * unprefixed: Moodle compares prefixed names as text. The adlcp elements come last in an item, or the schema fails.
 */
import { toPercent } from '../assessment/scoring/index.ts';
import { ids, titleIn, type ManifestContent, type ManifestModule } from './manifest-content.ts';
import { learningObjectMetadata } from './metadata-1.2.ts';
import { element, type Xml } from './xml.ts';

const SCHEMA_LOCATION = [
  'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
  'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
].join(' ');

export function manifest12(content: ManifestContent): Xml {
  const { languages, modules, revision, scope } = content;
  const namespaces = {
    xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
    'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': SCHEMA_LOCATION,
  };
  return element('manifest', { identifier: ids.manifest(content), version: revision, ...namespaces }, [
    element('metadata', {}, [
      element('schema', {}, 'ADL SCORM'),
      element('schemaversion', {}, '1.2'),
      learningObjectMetadata(content),
    ]),
    element('organizations', { default: ids.organization(content) }, [
      element('organization', { identifier: ids.organization(content) }, [
        element('title', {}, titleIn(languages, scope.title)),
        ...modules.map((module) => item(content, module)),
      ]),
    ]),
    resources(content, 'scormtype'),
  ]);
}

function item({ languages }: ManifestContent, module: ManifestModule): Xml {
  const attributes = { identifier: ids.item(module), identifierref: ids.resource(module), isvisible: true };
  return element('item', attributes, [
    element('title', {}, titleIn(languages, module.title)),
    // Only with a graded quiz: Moodle and others turn any status into passed or failed by it.
    module.passMark === null
      ? null
      : element('adlcp:masteryscore', {}, String(toPercent(module.passMark, 2))),
  ]);
}

/** Every file of the package once: with its module, or with the shared resource that the modules depend on. */
export function resources({ modules, shared }: ManifestContent, scormType: 'scormtype' | 'scormType'): Xml {
  const files = (paths: readonly string[]) => paths.map((href) => element('file', { href }));
  const resource = (identifier: string, type: 'sco' | 'asset', href: string | null, content: Xml[]) =>
    element('resource', { identifier, type: 'webcontent', [`adlcp:${scormType}`]: type, href }, content);
  return element('resources', {}, [
    ...modules.map((module) =>
      resource(ids.resource(module), 'sco', module.launch, [
        ...files(module.files),
        ...(shared.length > 0 ? [element('dependency', { identifierref: ids.shared })] : []),
      ]),
    ),
    shared.length > 0 ? resource(ids.shared, 'asset', null, files(shared)) : null,
  ]);
}
