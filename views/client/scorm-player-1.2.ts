import { Scorm12API } from 'scorm-again/scorm12';
import { startPlayer } from './player/player.ts';

startPlayer((settings) => new Scorm12API(settings));
