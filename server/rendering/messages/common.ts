import { defineMessages } from '../define-messages.ts';

/** What every page may say. */
export const common = defineMessages({
  'common.languageName': { es: 'Español', en: 'English' },
  'common.skip': { es: 'Saltar al contenido', en: 'Skip to content' },
  'common.mainNavigation': { es: 'Principal', en: 'Main' },
  'common.footNavigation': { es: 'Pie de página', en: 'Footer' },
  'common.location': { es: 'Ubicación', en: 'You are here' },
  'common.tracks': { es: 'Itinerarios', en: 'Tracks' },
  'common.myLearning': { es: 'Mi aprendizaje', en: 'My learning' },
  'common.glossary': { es: 'Glosario', en: 'Glossary' },
  'common.training': { es: 'Módulos', en: 'Modules' },
  'common.assignments': { es: 'Trabajos', en: 'Assignments' },
  'common.people': { es: 'Personas', en: 'People' },
  'common.signIn': { es: 'Ingresar', en: 'Sign in' },
  'common.signOut': { es: 'Salir', en: 'Sign out' },
  'common.help': { es: 'Ayuda', en: 'Help' },
  'common.accessibility': { es: 'Accesibilidad', en: 'Accessibility' },
  'common.privacy': { es: 'Privacidad', en: 'Privacy' },
  'common.about': {
    es: 'Rumbo es el espacio de aprendizaje de los equipos de Planificación y Finanzas de Belice, El Salvador, Guatemala, Panamá, Paraguay, Perú y República Dominicana, con México como observador. Altamar es un país ficticio.',
    en: 'Rumbo is the learning space of the Planning and Finance teams of Belize, the Dominican Republic, El Salvador, Guatemala, Panama, Paraguay and Peru, with Mexico as observer. Altamar is a fictional country.',
  },
  'common.todayAt': { es: 'hoy a las {time}', en: 'today at {time}' },
  'common.dayAt': { es: 'el {day} a las {time}', en: 'on {day} at {time}' },
  'common.save': { es: 'Guardar', en: 'Save' },
  'common.swipe': {
    es: 'Deslice la tabla para ver más columnas.',
    en: 'Swipe the table to see more columns.',
  },
  'common.errorPrefix': { es: 'Error', en: 'Error' },
  'common.toCorrect': {
    es: { one: 'Hay un dato por corregir', other: 'Hay {count} datos por corregir' },
    en: { one: 'There is one thing to correct', other: 'There are {count} things to correct' },
  },
  'common.checkField': { es: 'Revise este dato', en: 'Check this answer' },
  'common.titleInvalid': { es: 'No pudimos leer lo que llegó', en: 'We could not read what arrived' },
  'common.titleSignedOut': { es: 'Ingrese a su cuenta', en: 'Sign in to your account' },
  'common.titleForbidden': {
    es: 'Esta página no está abierta para usted',
    en: 'This page is not open to you',
  },
  'common.titleNotFound': { es: 'Esta página no está en la carta', en: 'This page is not on the chart' },
  'common.titleConflict': { es: 'Algo cambió mientras tanto', en: 'Something changed meanwhile' },
  'common.titleTooMany': { es: 'Espere un momento', en: 'Please wait a moment' },
  'common.titleUnavailable': {
    es: 'Rumbo no está disponible por ahora',
    en: 'Rumbo is not available right now',
  },
  'common.titleFault': { es: 'Algo falló de nuestro lado', en: 'Something failed on our side' },
  'common.notFound': {
    es: 'La dirección cambió o tiene un error. Su avance no se ha perdido.',
    en: 'The address has changed or has a mistake in it. Your progress is safe.',
  },
  'common.notForYourRole': {
    es: 'Es una página para quienes facilitan o coordinan. Si le corresponde verla, pida a la coordinación regional que cambie su función.',
    en: 'It is a page for trainers or coordinators. If you should see it, ask the regional coordination to change your role.',
  },
  'common.formExpired': {
    es: 'El formulario venció o no salió de una página nuestra. Vuelva a la página anterior, recárguela y envíelo otra vez.',
    en: 'The form has expired or did not come from a page of ours. Go back, reload the page and send it again.',
  },
  'common.badForm': {
    es: 'Vuelva a la página anterior e inténtelo otra vez. No se guardó nada a medias.',
    en: 'Go back to the previous page and try again. Nothing was half-saved.',
  },
  'common.busyWithFiles': {
    es: 'En este momento se reciben otros archivos. Vuelva a intentarlo en un minuto.',
    en: 'Other files are being received right now. Try again in a minute.',
  },
  'common.tooLarge': {
    es: 'Lo que se envió es demasiado grande. Acórtelo y vuelva a enviarlo.',
    en: 'What was sent is too large. Shorten it and send it again.',
  },
  'common.databaseAway': {
    es: 'La base de datos no responde. Lo que ya estaba guardado sigue ahí; inténtelo de nuevo en unos minutos.',
    en: 'The database does not answer. What was saved is still there; try again in a few minutes.',
  },
  'common.fault': {
    es: 'Ya quedó anotado. Inténtelo de nuevo; lo que estaba guardado sigue ahí.',
    en: 'It has been noted. Try again; what was saved is still there.',
  },
  'common.backToMyLearning': { es: 'Volver a mi aprendizaje', en: 'Back to my learning' },
  'common.backHome': { es: 'Ir al inicio', en: 'Go to the start' },
  'common.seeTracks': { es: 'Ver los itinerarios', en: 'See the tracks' },
});
