import type { Request, Router } from 'express';
import { z } from 'zod';
import { getCatalogue, getModule, getTrack } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf, signedIn, visitorOf } from '../web/visitor.ts';
import type { AssignmentsInLearning } from './assignments.ts';
import { modulePage, trackCard, trackPage, type Reader } from './catalogue.view.ts';
import { enrol, findAccess, leave } from './enrolment.ts';
import { glossaryPage } from './glossary.view.ts';
import { progressOf } from './progress.ts';

const TrackParams = z.object({ track: Slug });
const ModuleParams = z.object({ module: Slug });

/** Tracks and modules: anyone may see what there is; whoever is signed in also sees where they stand. */
export function catalogue(router: Router, assignments: AssignmentsInLearning): void {
  at(router, paths.home, async (req, res) => {
    const user = visitorOf(req)?.id ?? null;
    const { tracks } = await getCatalogue();
    const reader = { ...readerOf(req), progress: new Map() };
    const cards = await Promise.all(
      tracks.map(async (track) => trackCard(track, await findAccess(user, track), reader)),
    );
    const lang = reader.language;
    const model = {
      tracks: cards,
      signedOut: user === null,
      registerUrl: paths.registration({ lang }),
      firstTrackUrl: cards[0]?.url ?? null,
    };
    sendPage(req, res, 'learning/home', model, { title: reader.t('catalogue.homeTitle'), section: 'tracks' });
  });

  at(router, paths.track, async (req, res) => {
    const { track: id } = readParams(TrackParams, req.params);
    const user = visitorOf(req)?.id ?? null;
    const track = await getTrack(id);
    const [access, progress, standings] = await Promise.all([
      findAccess(user, track),
      progressOf(user),
      user ? assignments.standings(user, [track]) : null,
    ]);
    const assignment = standings?.get(track.id) ?? null;
    const model = trackPage(track, { access, assignment }, { ...readerOf(req), progress });
    sendPage(req, res, 'learning/track', model, { title: model.title, section: 'tracks' });
  });

  at(router, paths.enrol, async (req, res) => {
    const { track: id } = readParams(TrackParams, req.params);
    const track = await getTrack(id);
    await enrol(signedIn(req).id, track);
    res.redirect(303, paths.track({ lang: languageOf(req), track: track.id }));
  });

  at(router, paths.leaveTrack, async (req, res) => {
    const { track: id } = readParams(TrackParams, req.params);
    const track = await getTrack(id);
    await leave(signedIn(req).id, track);
    res.redirect(303, paths.track({ lang: languageOf(req), track: track.id }));
  });

  at(router, paths.module, async (req, res) => {
    const { module: id } = readParams(ModuleParams, req.params);
    const user = visitorOf(req)?.id ?? null;
    const { track, module } = await getModule(id);
    const [access, progress] = await Promise.all([findAccess(user, track), progressOf(user)]);
    const model = modulePage(track, module, access, { ...readerOf(req), progress });
    sendPage(req, res, 'learning/module', model, { title: model.title, section: 'tracks' });
  });

  at(router, paths.glossary, async (req, res) => {
    const { language, t } = readerOf(req);
    const model = glossaryPage(await getCatalogue(), language);
    sendPage(req, res, 'learning/glossary', model, { title: t('common.glossary'), section: 'glossary' });
  });
}

function readerOf(req: Request): Omit<Reader, 'progress'> {
  const language = languageOf(req);
  return { language, t: translator(language) };
}
