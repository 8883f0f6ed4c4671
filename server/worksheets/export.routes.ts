import { Router, type Request } from 'express';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at } from '../web/routes.ts';
import { signedIn } from '../web/visitor.ts';
import { csvOf } from './export/csv.ts';
import { workbookOf, type Exported } from './export/workbook.ts';
import { openPlace } from './place.page.ts';
import { findWorksheet } from './saving.ts';
import { printPage, savedLabel } from './worksheet.view.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One's own worksheet to take along: on paper, as a workbook whose formulas go on computing, and as plain CSV. */
export function worksheetExports(router: Router): void {
  at(router, paths.worksheetPrint, async (req, res) => {
    const place = await openPlace(req);
    const filled = await findWorksheet(place.at);
    const t = translator(place.language);
    const model = printPage(
      { ...place, filled, name: signedIn(req).name, now: new Date() },
      { language: place.language, t },
    );
    const title = t('worksheets.titleOf', { title: model.title });
    sendPage(req, res, 'worksheets/print', model, { title, section: 'my-learning', scripts: ['print'] });
  });

  at(router, paths.worksheetXlsx, async (req, res) => {
    const exported = await openExport(req);
    const bytes = await workbookOf(exported);
    res
      .attachment(fileName(exported, 'xlsx'))
      .type(XLSX)
      .set('Cache-Control', 'private, no-cache')
      .send(bytes);
  });

  at(router, paths.worksheetCsv, async (req, res) => {
    const exported = await openExport(req);
    res
      .attachment(fileName(exported, 'csv'))
      .type('text/csv; charset=utf-8')
      .set('Cache-Control', 'private, no-cache')
      .send(csvOf(exported));
  });
}

async function openExport(req: Request): Promise<Exported> {
  const { track, module, worksheet, language, at: where } = await openPlace(req);
  const t = translator(language);
  const filled = await findWorksheet(where);
  const number = track.published.indexOf(module) + 1;
  const about = [
    `${track.title[language]}. ${t('catalogue.moduleNumber', { number })}: ${module.content.title[language]}`,
    savedLabel(filled, new Date(), { language, t }),
    t('worksheets.liveFormulas'),
  ];
  return { worksheet, filled, about, language, t };
}

const fileName = ({ worksheet, language }: Exported, ending: string): string =>
  `rumbo-${worksheet.id}-${language}.${ending}`;
