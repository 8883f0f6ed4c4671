/**
 * Descriptive metadata of a SCORM 1.2 package, inline: the elements that the content-aggregation profile wants
 * (SCORM 1.2 CAM 2.2.4.2). LMSs do not need it. The 2004 editions go without: their sets hold no schema for it.
 */
import type { InBoth, Language } from '../content/module.ts';
import { ids, titleIn, type ManifestContent } from './manifest-content.ts';
import { element, shorten, type Xml } from './xml.ts';

const LONGEST_DESCRIPTION = 1000;
const LONGEST_KEYWORD = 1000;

export function learningObjectMetadata(content: ManifestContent): Xml {
  const { languages, modules, revision, scope } = content;
  const strings = (name: string, text: InBoth<string>, limit: number) =>
    inLanguages(name, languages, (language) => shorten(text[language], limit));
  const keywords = languages.flatMap((language) =>
    [...new Set(modules.flatMap((module) => module.keywords[language]))].map((word) =>
      inLanguages('imsmd:keyword', [language], () => shorten(word, LONGEST_KEYWORD)),
    ),
  );
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  const licences = [...new Set(modules.map(({ licence }) => licence))].join(', ');
  return element('imsmd:lom', {}, [
    element('imsmd:general', {}, [
      element('imsmd:title', {}, [langstring(languages[0] ?? 'es', titleIn(languages, scope.title))]),
      element('imsmd:catalogentry', {}, [
        element('imsmd:catalog', {}, 'Rumbo'),
        element('imsmd:entry', {}, [langstring('x-none', ids.manifest(content))]),
      ]),
      ...languages.map((language) => element('imsmd:language', {}, language)),
      strings('imsmd:description', scope.summary, LONGEST_DESCRIPTION),
      ...keywords,
    ]),
    element('imsmd:lifecycle', {}, [
      element('imsmd:version', {}, [langstring('x-none', String(revision))]),
      element('imsmd:status', {}, vocabulary('Final')),
    ]),
    element('imsmd:metametadata', {}, [element('imsmd:metadatascheme', {}, 'ADL SCORM 1.2')]),
    element('imsmd:technical', {}, [
      element('imsmd:format', {}, 'text/html'),
      element('imsmd:location', { type: 'URI' }, modules[0]?.launch ?? 'index.html'),
    ]),
    element('imsmd:educational', {}, [
      element('imsmd:typicallearningtime', {}, [element('imsmd:datetime', {}, duration(minutes))]),
    ]),
    element('imsmd:rights', {}, [
      element('imsmd:cost', {}, vocabulary('no')),
      element('imsmd:copyrightandotherrestrictions', {}, vocabulary('yes')),
      element('imsmd:description', {}, [langstring('x-none', licences)]),
    ]),
  ]);
}

function inLanguages(
  name: string,
  languages: readonly Language[],
  text: (language: Language) => string,
): Xml {
  return element(
    name,
    {},
    languages.map((language) => langstring(language, text(language))),
  );
}

const langstring = (language: string, text: string): Xml =>
  element('imsmd:langstring', { 'xml:lang': language }, text);

function vocabulary(value: string): Xml[] {
  return [
    element('imsmd:source', {}, [langstring('x-none', 'LOMv1.0')]),
    element('imsmd:value', {}, [langstring('x-none', value)]),
  ];
}

const duration = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${minutes % 60}M`;
