export const talk = {
  log: 'Mensajes',
  you: 'Usted',
  write: 'Escribir un mensaje',
  send: 'Enviar',
  ending: 'El chat está terminando …',
  typing: '{name} está escribiendo …',
  sending: 'Enviando …',
  sent: 'Enviado',
  seen: 'Leído',
  newBelow: '↓ {count} sin leer',
  discard: 'Descartar',
  destroyedMessages: { one: '{count} mensaje', other: '{count} mensajes' },
  destroyedFiles: { one: '{count} archivo', other: '{count} archivos' },
  attach: 'Elegir archivos',
  dropHere: 'Suelte aquí los archivos para añadirlos a su mensaje',
  tray: 'Archivos por enviar',
  notSent: 'Aún sin enviar: {names}',
  remove: 'Quitar {name}',
  removed: 'Quitado: {name}',
  download: 'Descargar',
  enlarge: 'Ampliar {name}',
  closePicture: 'Cerrar la imagen',
  loading: 'Un momento …',
};

export const endOfTalk = {
  end: 'Terminar el chat',
  endQuestion: '¿Terminar el chat?',
  endYes: 'Terminar y destruir',
  endNo: 'Continuar',
  retry: 'Reintentar',
};

export const problemsOfTalk = {
  network: 'Sin conexión. Inténtelo de nuevo.',
  'too-many-requests': 'Han sido demasiadas cosas a la vez. Espere un momento.',
  'too-large': 'Es demasiado grande.',
  'no-room': 'Ahora no hay sitio para más. Inténtelo de nuevo dentro de unos minutos.',
  'mailbox-unsupported': 'Antes de la @ solo se admiten letras sin tilde, y no la ñ.',
  'chat-ended': 'El chat ha terminado.',
  other: 'Algo ha fallado. Inténtelo de nuevo.',
};

export const problemsOfFiles = {
  'too-many-files': 'Diez archivos a la vez como máximo; los demás no se han añadido.',
  'file-too-large': 'Este archivo es demasiado grande; puede tener 25 MB.',
  'file-empty': 'Este archivo está vacío.',
  'chat-not-accepted': 'Se pueden enviar archivos en cuanto un agente se haya incorporado al chat.',
  'chat-files-full': 'En este chat no caben más archivos.',
  'account-files-full': 'Ahora no se pueden aceptar tantos archivos. Inténtelo de nuevo más tarde.',
  'too-slow': 'El archivo llegó demasiado despacio. Inténtelo de nuevo con una conexión mejor.',
  'file-type-refused': 'No se aceptan archivos de este tipo.',
  'unsupported-type': 'No se aceptan archivos de este tipo.',
};
