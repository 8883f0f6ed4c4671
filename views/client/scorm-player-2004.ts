import { Scorm2004API } from 'scorm-again/scorm2004';
import { startPlayer } from './player/player.ts';

startPlayer((settings) => new Scorm2004API(settings));
