import { defineMessages } from '../define-messages.ts';

/** Help, accessibility and privacy. */
export const staticPages = defineMessages({
  'help.lead': { es: 'Lo que más se pregunta, en una página.', en: 'What people ask most, on one page.' },
  'help.howTitle': { es: 'Cómo se aprende aquí', en: 'How learning works here' },
  'help.how': {
    es: 'Cree una cuenta, inscríbase en Panorama y lea las lecciones en el orden que prefiera. Cada módulo termina cuando leyó sus lecciones y aprobó su cuestionario, que puede repetir.',
    en: 'Create an account, enrol in Overview and read the lessons in the order you prefer. A module is finished when you have read its lessons and passed its quiz, which you can repeat.',
  },
  'help.savedTitle': { es: '¿Se guarda lo que hago?', en: 'Is what I do saved?' },
  'help.saved': {
    es: 'Sí: cada lección que marca y cada respuesta que guarda. Puede cerrar, volver desde otro equipo y seguir donde quedó.',
    en: 'Yes: each lesson you mark and each answer you save. You can close the page, come back on another device and go on where you left off.',
  },
  'help.languageTitle': {
    es: '¿Puedo cambiar de idioma a mitad de camino?',
    en: 'Can I change the language half-way?',
  },
  'help.language': {
    es: 'Sí. El enlace de arriba a la derecha lleva a la misma página en inglés. Su avance es uno solo.',
    en: 'Yes. The link at the top right leads to the same page in Spanish. Your progress is one.',
  },
  'help.expertTitle': {
    es: '¿Por qué el itinerario experto está cerrado?',
    en: 'Why is the expert track closed?',
  },
  'help.expert': {
    es: 'Se abre solo cuando usted termina Panorama. Si ya condujo una DFA, pida acceso a la persona que facilita su taller.',
    en: 'It opens by itself when you finish Overview. If you have already led a DFA, ask the trainer of your workshop to let you in.',
  },
  'help.slowTitle': { es: 'Mi conexión es lenta', en: 'My connection is slow' },
  'help.slow': {
    es: 'Las páginas pesan poco y funcionan sin programas en el navegador. Una lección abierta se puede leer e imprimir sin conexión.',
    en: 'Pages weigh little and work without scripts. An open lesson can be read and printed without a connection.',
  },
  'accessibility.lead': {
    es: 'Rumbo quiere cumplir las pautas WCAG 2.2, nivel AA.',
    en: 'Rumbo aims to meet the WCAG 2.2 guidelines, level AA.',
  },
  'accessibility.whatTitle': { es: 'Qué puede esperar', en: 'What to expect' },
  'accessibility.what1': {
    es: 'Todo se puede hacer con el teclado, y siempre se ve dónde está el foco.',
    en: 'Everything can be done by keyboard, and the focus is always visible.',
  },
  'accessibility.what2': {
    es: 'Cada figura lleva un texto que dice lo mismo; cada tabla, su título.',
    en: 'Every figure has a text that says the same; every table, its caption.',
  },
  'accessibility.what3': {
    es: 'El texto crece hasta el 200 % sin perder nada y la página cabe en 320 píxeles de ancho.',
    en: 'Text grows to 200% with nothing lost, and the page fits a width of 320 pixels.',
  },
  'accessibility.what4': {
    es: 'Hay modo claro y oscuro, según su equipo.',
    en: 'There is a light and a dark mode, following your device.',
  },
  'accessibility.checkTitle': { es: 'Cómo lo comprobamos', en: 'How we check it' },
  'accessibility.check': {
    es: 'Cada cambio se prueba en un navegador real con axe-core, en ambos idiomas. Si encuentra una barrera, cuéntela a quien facilita su taller.',
    en: 'Every change is tested in a real browser with axe-core, in both languages. If you meet a barrier, tell the trainer of your workshop.',
  },
  'privacy.lead': {
    es: 'Qué guardamos de usted, para qué y quién lo ve.',
    en: 'What we keep about you, why and who sees it.',
  },
  'privacy.whatTitle': { es: 'Qué guardamos', en: 'What we keep' },
  'privacy.what': {
    es: 'Su nombre, correo, país, institución e idioma; las lecciones que marcó, sus respuestas, el tiempo que le tomaron y sus notas, sus opiniones sobre las lecciones, y cuándo fue. La contraseña se guarda cifrada en un solo sentido: nadie puede leerla.',
    en: 'Your name, e-mail, country, institution and language; the lessons you marked, your answers, the time they took and your scores, your feedback on lessons, and when. The password is kept as a one-way hash: nobody can read it.',
  },
  'privacy.whyTitle': { es: 'Para qué', en: 'Why' },
  'privacy.why': {
    es: 'Para que su avance no se pierda y para apoyar su aprendizaje. No hay publicidad ni seguimiento de terceros.',
    en: 'So that your progress is not lost, and to support your learning. There is no advertising and no third-party tracking.',
  },
  'privacy.whoTitle': { es: 'Quién lo ve', en: 'Who sees it' },
  'privacy.who': {
    es: 'Usted, y quienes facilitan y coordinan el programa. Sus hojas de trabajo las leen y comentan quienes facilitan en su país y la coordinación regional; al entregar el trabajo final de un itinerario, también quienes lo evalúan. Nadie publica notas de personas.',
    en: 'You, and those who train and coordinate the programme. Your worksheets are read and commented on by the trainers of your country and the regional coordination; once you hand in a track’s final assignment, by those who mark it too. Nobody publishes people’s scores.',
  },
  'privacy.feedback': {
    es: 'Lo que opina de una lección se muestra a quienes facilitan sin su nombre y sin fecha: sirve para mejorar la lección, no para evaluar a nadie. En un grupo pequeño alguien podría reconocerle por lo que escribe; por eso conviene no incluir datos personales. La base de datos guarda de quién es cada opinión para que usted pueda verla y cambiarla.',
    en: 'What you think of a lesson is shown to trainers without your name and without a date: it serves to improve the lesson, not to assess anybody. In a small group somebody might recognise you by what you write, so please leave out personal data. The database keeps whose feedback it is, so that you can see and change it.',
  },
  'privacy.questions': {
    es: 'El análisis de las preguntas suma las respuestas de todas las personas y no muestra las de ninguna.',
    en: 'The analysis of questions adds up everybody’s answers and shows nobody’s own.',
  },
  'privacy.cookiesTitle': { es: 'Galletas (cookies)', en: 'Cookies' },
  'privacy.cookies': {
    es: 'Una sola, que mantiene su sesión abierta hasta siete días. Se borra al salir.',
    en: 'A single one, which keeps you signed in for up to seven days. It ends when you sign out.',
  },
});
