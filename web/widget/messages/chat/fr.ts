import { problemsOfFiles, talk } from '../../../conversation/messages/fr';
import type { ChatMessages } from './en';

export const chatMessages: ChatMessages = {
  ...talk,
  talkingTo: 'Vous parlez avec {name}',
  operator: 'Conseiller',
  waiting: 'En attente d’un conseiller',
  position: 'Vous êtes numéro {position} dans la file d’attente.',
  next: 'Vous êtes en tête de la file.',
  connecting: 'Connexion …',
  reconnecting:
    'Connexion perdue. Nouvelle tentative en cours ; ce que vous écrivez sera alors envoyé.',
  hidden:
    'Pas de connexion depuis plus de trois minutes : la discussion n’est plus affichée, et ce qui n’était pas envoyé est perdu. Si la discussion continue, elle revient avec la connexion.',
  lostTitle: 'Cette discussion a été perdue',
  destroyedTitle: 'La discussion est terminée',
  endedLeft: 'Votre navigateur ne donnait plus signe depuis un moment.',
  endedIdle: 'Personne n’avait écrit depuis un moment.',
  endedLimit: 'La discussion avait atteint sa durée maximale.',
  endedDeadline: 'Son délai a expiré avant qu’elle puisse être terminée correctement.',
  endedClosed: 'Le compte de cette discussion a été fermé.',
  endedErasure: 'Elle a été effacée sur demande.',
  sound: 'Son',
  saveReceipt: 'Enregistrer le reçu',
  problems: problemsOfFiles,
};
