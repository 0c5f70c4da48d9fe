export const talk = {
  log: 'Messages',
  you: 'Vous',
  write: 'Écrire un message',
  send: 'Envoyer',
  ending: 'La discussion se termine …',
  typing: '{name} écrit …',
  sending: 'Envoi …',
  sent: 'Envoyé',
  seen: 'Lu',
  newBelow: '↓ {count} à lire',
  discard: 'Abandonner',
  destroyedMessages: { one: '{count} message', other: '{count} messages' },
  destroyedFiles: { one: '{count} fichier', other: '{count} fichiers' },
  attach: 'Choisir des fichiers',
  dropHere: 'Déposez des fichiers ici pour les ajouter à votre message',
  tray: 'Fichiers à envoyer',
  notSent: 'Pas encore envoyé : {names}',
  remove: 'Retirer {name}',
  removed: 'Retiré : {name}',
  download: 'Télécharger',
  enlarge: 'Agrandir {name}',
  closePicture: 'Fermer l’image',
  loading: 'Un instant …',
};

export const endOfTalk = {
  end: 'Terminer la discussion',
  endQuestion: 'Terminer la discussion ?',
  endYes: 'Terminer et détruire',
  endNo: 'Continuer',
  retry: 'Réessayer',
};

export const problemsOfTalk = {
  network: 'Pas de connexion. Veuillez réessayer.',
  'too-many-requests': 'C’était beaucoup à la fois. Veuillez patienter un instant.',
  'too-large': 'C’est trop volumineux.',
  'no-room': 'Il n’y a plus de place pour le moment. Veuillez réessayer dans quelques minutes.',
  'mailbox-unsupported': 'Avant le @, seules les lettres sans accent sont possibles.',
  'chat-ended': 'La discussion est terminée.',
  other: 'Un problème est survenu. Veuillez réessayer.',
};

export const problemsOfFiles = {
  'too-many-files': 'Dix fichiers au plus à la fois ; les autres n’ont pas été ajoutés.',
  'file-too-large': 'Ce fichier est trop volumineux ; 25 Mo au plus.',
  'file-empty': 'Ce fichier est vide.',
  'chat-not-accepted':
    'Des fichiers peuvent être envoyés dès qu’un conseiller a rejoint la discussion.',
  'chat-files-full': 'Cette discussion ne peut plus recevoir de fichiers.',
  'account-files-full':
    'Autant de fichiers ne peuvent pas être acceptés pour le moment. Veuillez réessayer plus tard.',
  'too-slow':
    'Le fichier est arrivé trop lentement. Veuillez réessayer avec une meilleure connexion.',
  'file-type-refused': 'Les fichiers de ce type ne sont pas acceptés.',
  'unsupported-type': 'Les fichiers de ce type ne sont pas acceptés.',
};
