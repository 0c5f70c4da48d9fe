import { endOfTalk, problemsOfTalk } from '../../conversation/messages/fr';
import type { PanelMessages } from './en';

export const messages: PanelMessages = {
  ...endOfTalk,
  title: 'Discussion',
  minimise: 'Réduire',
  starting: 'Un instant …',
  greeting: 'Bonjour ! Posez-nous vos questions.',
  name: 'Nom',
  guest: 'Visiteur',
  email: 'E-mail',
  question: 'Votre message',
  optional: 'facultatif',
  fieldEmpty: 'Veuillez remplir ce champ.',
  fieldNoAddress: 'Cette adresse e-mail n’est pas complète.',
  start: 'Envoyer',
  offlineGreeting:
    'Personne n’est disponible pour le moment. Laissez un message, nous répondrons par e-mail.',
  message: 'Message',
  sendMessage: 'Envoyer le message',
  thanks: 'Merci.',
  erasedTitle: 'Vos données ont été effacées',
  again: 'Nouvelle discussion',
  refusedTitle: 'La discussion n’est pas disponible ici',
  whatExactly: 'Quoi exactement, et pour combien de temps ?',
  nobody: 'Personne n’est là pour le moment.',
  yourData: 'Vos données',
  withdrawYes: 'Retirer et détruire',
  seeData: 'Voir ce qui est conservé',
  withdrawNo: 'Garder',
  problems: {
    ...problemsOfTalk,
    unavailable: 'La discussion est injoignable. Veuillez réessayer dans un instant.',
    'admission-closed': 'Aucune nouvelle discussion pour le moment. Veuillez réessayer plus tard.',
    malformed: 'Le formulaire contient une erreur. Veuillez le vérifier.',
    'consent-missing': 'Votre consentement est d’abord nécessaire.',
    'scope-destroyed':
      'Tout ce qui était conservé de cette visite ou de cette discussion est détruit.',
    'scope-lost':
      'Une défaillance de notre côté a fait perdre cette discussion. Il n’en reste rien dans le stockage.',
    'not-found': 'Cela n’existe plus.',
    'origin-refused': 'Ce site n’est pas configuré pour la discussion.',
    conflict: 'Aucun message n’est accepté ici pour le moment.',
  },
};
