import { defineMessages } from '../define-messages.ts';

/** Registration, sign-in, the first coordinator and one's own account. */
export const accounts = defineMessages({
  'accounts.register': { es: 'Crear una cuenta', en: 'Create an account' },
  'accounts.registerIntro': {
    es: 'Todos los campos son necesarios. Toma dos minutos.',
    en: 'All fields are needed. It takes two minutes.',
  },
  'accounts.registerButton': { es: 'Crear cuenta', en: 'Create account' },
  'accounts.haveAccount': { es: '¿Ya tiene cuenta? Ingrese', en: 'Have an account? Sign in' },
  'accounts.noAccount': { es: '¿Todavía no tiene cuenta? Créela', en: 'No account yet? Create one' },
  'accounts.setup': { es: 'La primera cuenta de coordinación', en: 'The first coordinator’s account' },
  'accounts.setupIntro': {
    es: 'Esta plataforma está recién instalada. Quien crea esta cuenta coordina: invita a otras personas y les da su función. El enlace sirve una sola vez.',
    en: 'This platform has just been installed. Whoever makes this account coordinates: invites people and gives them their roles. The link works only once.',
  },
  'accounts.setupUsed': {
    es: 'El enlace ya se usó o venció. Al reiniciar la plataforma se imprime uno nuevo mientras no haya coordinación.',
    en: 'The link has been used or has expired. Restarting the platform prints a new one as long as there is no coordinator.',
  },
  'accounts.name': { es: 'Nombre y apellidos', en: 'Full name' },
  'accounts.nameHint': {
    es: 'Tal como deben aparecer en su constancia.',
    en: 'As it should appear on your certificate.',
  },
  'accounts.email': { es: 'Correo electrónico', en: 'E-mail' },
  'accounts.country': { es: 'País', en: 'Country' },
  'accounts.chooseCountry': { es: 'Elija un país', en: 'Choose a country' },
  'accounts.institution': { es: 'Institución', en: 'Institution' },
  'accounts.password': { es: 'Contraseña', en: 'Password' },
  'accounts.newPassword': { es: 'Contraseña nueva', en: 'New password' },
  'accounts.currentPassword': { es: 'Contraseña actual', en: 'Current password' },
  'accounts.passwordHint': {
    es: '12 caracteres o más. Una frase es más fácil de recordar.',
    en: '12 characters or more. A phrase is easier to remember.',
  },
  'accounts.language': { es: 'Idioma preferido', en: 'Preferred language' },
  'accounts.dataTitle': { es: 'Qué hacemos con sus datos', en: 'What we do with your data' },
  'accounts.dataText': {
    es: 'Su nombre, país e institución los ven quienes facilitan y coordinan. Nadie publica sus notas.',
    en: 'Trainers and coordinators see your name, country and institution. Nobody publishes your scores.',
  },
  'accounts.readMore': { es: 'Leer más sobre privacidad', en: 'Read more about privacy' },
  'accounts.signIn': { es: 'Ingresar', en: 'Sign in' },
  'accounts.signInFirst': { es: 'Ingrese a su cuenta para seguir.', en: 'Sign in to go on.' },
  'accounts.account': { es: 'Su cuenta', en: 'Your account' },
  'accounts.personalData': { es: 'Sus datos', en: 'Your data' },
  'accounts.changePassword': { es: 'Cambiar la contraseña', en: 'Change the password' },
  'accounts.changePasswordHint': {
    es: 'Al cambiarla se cierran sus otras sesiones.',
    en: 'Changing it ends your other sessions.',
  },
  'accounts.saved': { es: 'Los cambios quedaron guardados.', en: 'The changes are saved.' },
  'accounts.nameMissing': { es: 'Escriba su nombre y apellidos', en: 'Enter your full name' },
  'accounts.nameLong': {
    es: 'El nombre admite hasta 120 caracteres',
    en: 'The name can have up to 120 characters',
  },
  'accounts.oddCharacters': {
    es: 'Hay caracteres que no se pueden usar, como < o >',
    en: 'It has characters that cannot be used, such as < or >',
  },
  'accounts.emailMissing': { es: 'Escriba su correo electrónico', en: 'Enter your e-mail address' },
  'accounts.emailWrong': {
    es: 'Escriba un correo completo, como nombre@institucion.gob.do',
    en: 'Enter a full e-mail address, like name@institution.gov.bz',
  },
  'accounts.emailTaken': {
    es: 'Ya hay una cuenta con este correo. Ingrese con ella',
    en: 'There is an account with this e-mail. Sign in with it',
  },
  'accounts.countryMissing': { es: 'Elija su país', en: 'Choose your country' },
  'accounts.institutionMissing': {
    es: 'Escriba la institución donde trabaja',
    en: 'Enter the institution where you work',
  },
  'accounts.institutionLong': {
    es: 'La institución admite hasta 160 caracteres',
    en: 'The institution can have up to 160 characters',
  },
  'accounts.passwordMissing': { es: 'Escriba su contraseña', en: 'Enter your password' },
  'accounts.passwordShort': {
    es: 'La contraseña necesita 12 caracteres o más',
    en: 'The password needs 12 characters or more',
  },
  'accounts.passwordLong': {
    es: 'La contraseña admite hasta 256 caracteres',
    en: 'The password can have up to 256 characters',
  },
  'accounts.passwordGuessable': {
    es: 'Esta contraseña se adivina fácilmente. Pruebe con una frase',
    en: 'This password is easy to guess. Try a phrase',
  },
  'accounts.passwordWrong': {
    es: 'Esta no es su contraseña actual',
    en: 'This is not your current password',
  },
  'accounts.noMatch': {
    es: 'El correo o la contraseña no coinciden. Revíselos e inténtelo otra vez',
    en: 'The e-mail or the password does not match. Check them and try again',
  },
  'accounts.tooManyMisses': {
    es: {
      one: 'Hubo demasiados intentos. Espere un minuto y vuelva a ingresar.',
      other: 'Hubo demasiados intentos. Espere {count} minutos y vuelva a ingresar.',
    },
    en: {
      one: 'There were too many attempts. Wait a minute and sign in again.',
      other: 'There were too many attempts. Wait {count} minutes and sign in again.',
    },
  },
});
