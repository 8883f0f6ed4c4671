import { defineMessages } from '../define-messages.ts';

/** The trial of a package inside the platform. Keys under `player.run` go to the browser. */
export const playerMessages = defineMessages({
  'player.title': { es: 'Probar: {title}', en: 'Try: {title}' },
  'player.lead': {
    es: 'Así se verá en su plataforma: en un marco de hasta 836 por 666 píxeles, con una plataforma de prueba que aplica la norma al pie de la letra. Nada de esto cuenta en el avance de nadie.',
    en: 'This is how your platform will show it: in a frame of up to 836 by 666 pixels, with a trial platform that reads the standard strictly. Nothing of this counts in anyone’s progress.',
  },
  'player.noScript': {
    es: 'Para probar el paquete hace falta JavaScript, como en toda plataforma SCORM. Descárguelo para probarlo en la suya.',
    en: 'Trying the package needs JavaScript, as on every SCORM platform. Download it to try it on yours.',
  },
  'player.settings': { es: 'Cómo se abre', en: 'How it opens' },
  'player.module': { es: 'Módulo', en: 'Module' },
  'player.mode': { es: 'Modo', en: 'Mode' },
  'player.mode.normal': { es: 'Normal, con crédito', en: 'Normal, for credit' },
  'player.mode.no-credit': { es: 'Normal, sin crédito', en: 'Normal, no credit' },
  'player.mode.browse': { es: 'Vista previa (browse)', en: 'Preview (browse)' },
  'player.mode.review': { es: 'Repaso (review)', en: 'Review' },
  'player.failing': { es: 'La plataforma no logra guardar', en: 'The platform fails to save' },
  'player.start': { es: 'Empezar de cero', en: 'Start afresh' },
  'player.resume': { es: 'Retomar', en: 'Resume' },
  'player.close': { es: 'Cerrar la ventana del curso', en: 'Close the course’s window' },
  'player.stage': { es: 'El curso', en: 'The course' },
  'player.told': { es: 'Lo que se informó', en: 'What was reported' },
  'player.status': { es: 'Estado', en: 'Status' },
  'player.success': { es: 'Aprobación', en: 'Success' },
  'player.score': { es: 'Nota', en: 'Score' },
  'player.progress': { es: 'Avance', en: 'Progress' },
  'player.location': { es: 'Lugar', en: 'Location' },
  'player.time': { es: 'Tiempo de la sesión', en: 'Session time' },
  'player.exit': { es: 'Salida', en: 'Exit' },
  'player.suspend': { es: 'Datos guardados', en: 'Suspend data' },
  'player.log': { es: 'Llamadas a la plataforma', en: 'Calls to the platform' },
  'player.logHint': {
    es: 'La más reciente, arriba. Se muestran las últimas {count}.',
    en: 'The newest on top. The last {count} are shown.',
  },
  'player.at': { es: 'Hora', en: 'Time' },
  'player.call': { es: 'Llamada', en: 'Call' },
  'player.answer': { es: 'Devolvió', en: 'Returned' },

  'player.run.kept': {
    es: 'Hay una prueba anterior guardada en este navegador. Puede retomarla o empezar de cero.',
    en: 'An earlier trial is kept in this browser. You can resume it or start afresh.',
  },
  'player.run.running': { es: 'Sesión {number} en curso.', en: 'Session {number} is under way.' },
  'player.run.ended': { es: 'La sesión {number} terminó.', en: 'Session {number} has ended.' },
  'player.run.calls': {
    es: { one: '{count} llamada', other: '{count} llamadas' },
    en: { one: '{count} call', other: '{count} calls' },
  },
  'player.run.errors': {
    es: { one: '{count} error', other: '{count} errores' },
    en: { one: '{count} error', other: '{count} errors' },
  },
  'player.run.noErrors': { es: 'sin errores', en: 'no errors' },
  'player.run.error': { es: 'error {code}: {text}', en: 'error {code}: {text}' },
  'player.run.characters': {
    es: '{count} de {most} caracteres',
    en: '{count} of {most} characters',
  },
});
