/**
 * SCORM 2004 Content Packaging with sequencing, 3rd and 4th edition: the same elements, another set of schemas.
 * The learner chooses freely; completion and success roll up by the default rules. No `imsss:mapInfo` (Moodle's
 * import crashes on it) and no completionThreshold (the editions write it differently, and the runtime reports
 * completion itself).
 */
import { ids, titleIn, type ManifestContent, type ManifestModule } from './manifest-content.ts';
import { QUIZ_OBJECTIVE } from './course.ts';
import { resources } from './manifest-1.2.ts';
import { element, type Xml } from './xml.ts';

const NAMESPACES = {
  xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
  'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
  'xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
  'xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
  'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': [
    'http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd',
  ].join(' '),
};
const SCHEMA_VERSIONS = { '2004-3': '2004 3rd Edition', '2004-4': '2004 4th Edition' };

export function manifest2004(content: ManifestContent): Xml {
  const { format, languages, modules, revision, scope } = content;
  const organization = { identifier: ids.organization(content), 'adlseq:objectivesGlobalToSystem': false };
  return element('manifest', { identifier: ids.manifest(content), version: revision, ...NAMESPACES }, [
    element('metadata', {}, [
      element('schema', {}, 'ADL SCORM'),
      element('schemaversion', {}, SCHEMA_VERSIONS[format === '2004-3' ? format : '2004-4']),
    ]),
    element('organizations', { default: ids.organization(content) }, [
      element('organization', organization, [
        element('title', {}, titleIn(languages, scope.title)),
        ...modules.map((module) => item(content, module)),
        element('imsss:sequencing', {}, [element('imsss:controlMode', { choice: true, flow: true })]),
      ]),
    ]),
    resources(content, 'scormType'),
  ]);
}

function item({ languages }: ManifestContent, module: ManifestModule): Xml {
  const attributes = { identifier: ids.item(module), identifierref: ids.resource(module), isvisible: true };
  return element('item', attributes, [
    element('title', {}, titleIn(languages, module.title)),
    element('imsss:sequencing', {}, [
      module.passMark === null ? null : element('imsss:objectives', {}, [primaryObjective(module.passMark)]),
      element('imsss:deliveryControls', {
        tracked: true,
        completionSetByContent: true,
        objectiveSetByContent: true,
      }),
    ]),
    element('adlnav:presentation', {}, [
      // Never exit or suspendAll: hidden, they trap the learner (adapt-contrib-spoor#373).
      element('adlnav:navigationInterface', {}, [
        element('adlnav:hideLMSUI', {}, 'previous'),
        element('adlnav:hideLMSUI', {}, 'continue'),
      ]),
    ]),
  ]);
}

function primaryObjective(passMark: number): Xml {
  return element('imsss:primaryObjective', { objectiveID: QUIZ_OBJECTIVE, satisfiedByMeasure: true }, [
    element('imsss:minNormalizedMeasure', {}, String(Math.round(passMark * 1e4) / 1e4)),
  ]);
}
