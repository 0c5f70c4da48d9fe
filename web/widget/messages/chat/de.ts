import { problemsOfFiles, talk } from '../../../conversation/messages/de';
import type { ChatMessages } from './en';

export const chatMessages: ChatMessages = {
  ...talk,
  talkingTo: 'Sie sprechen mit {name}',
  operator: 'Team',
  waiting: 'Bitte warten Sie auf eine Antwort',
  position: 'Sie sind Nummer {position} in der Warteschlange.',
  next: 'Sie sind als Nächstes dran.',
  connecting: 'Verbindung wird hergestellt …',
  reconnecting:
    'Verbindung unterbrochen. Es wird neu versucht; was Sie schreiben, wird dann gesendet.',
  hidden:
    'Seit über drei Minuten keine Verbindung: Das Gespräch wird nicht mehr gezeigt, und was noch nicht gesendet war, ist fort. Geht der Chat weiter, kommt es mit der Verbindung zurück.',
  lostTitle: 'Dieses Gespräch ist verloren gegangen',
  destroyedTitle: 'Der Chat ist beendet',
  endedLeft: 'Von Ihrem Browser war eine Weile nichts zu hören.',
  endedIdle: 'Eine Weile hatte niemand geschrieben.',
  endedLimit: 'Der Chat hatte seine längste Dauer erreicht.',
  endedDeadline: 'Die Zeit lief ab, bevor er ordentlich beendet werden konnte.',
  endedClosed: 'Das Konto dieses Chats wurde geschlossen.',
  endedErasure: 'Er wurde auf Verlangen gelöscht.',
  sound: 'Ton',
  saveReceipt: 'Quittung sichern',
  problems: problemsOfFiles,
};
