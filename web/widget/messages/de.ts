import { problemsOfTalk, talk } from '../../conversation/messages/de';
import type { PanelMessages } from './en';

export const messages: PanelMessages = {
  ...talk,
  title: 'Chat',
  minimise: 'Minimieren',
  starting: 'Einen Moment …',
  greeting: 'Guten Tag! Was möchten Sie wissen?',
  name: 'Name',
  guest: 'Gast',
  email: 'E-Mail',
  question: 'Ihre Nachricht',
  optional: 'freiwillig',
  fieldEmpty: 'Bitte füllen Sie dieses Feld aus.',
  fieldNoAddress: 'Das ist keine vollständige E-Mail-Adresse.',
  chatConsent:
    'Mit dem Senden bin ich einverstanden, dass das Team dieser Website sieht, was ich schreibe und an Dateien sende, und von jetzt an, bis ich die Website verlasse: die Seiten, die ich öffne, und woher ich kam, was die Website dazu mitteilt (etwa einen Warenkorb), meinen Browser und mein Gerät, meinen Ort mit Postleitzahl, den Anbieter meines Netzes und, sofern die Website das nicht abgeschaltet hat, meine IP-Adresse und meinen Hostnamen. Was hier vorliegt, wird vernichtet, wenn der Chat beendet ist und ich gegangen bin. Will die Website eine Mitschrift, wird sie dem Team mit meinen Angaben gemailt; hier wird sie vernichtet, sobald die E-Mail zugestellt oder aufgegeben ist. Für die Mitschrift beim Team gelten dessen Regeln.',
  start: 'Senden',
  offlineGreeting:
    'Gerade ist niemand frei. Hinterlassen Sie eine Nachricht, wir antworten per E-Mail.',
  message: 'Nachricht',
  offlineConsent:
    'Mit dem Senden bin ich einverstanden, dass meine Nachricht, mein Name, meine E-Mail-Adresse und, sofern die Website das nicht abgeschaltet hat, meine IP-Adresse und mein Hostname dem Team dieser Website gemailt werden, damit es antworten kann. Hier werden sie vernichtet, sobald die E-Mail zugestellt oder aufgegeben ist.',
  sendMessage: 'Nachricht senden',
  thanks: 'Vielen Dank.',
  thanksMore:
    'Ihre Nachricht ist als E-Mail unterwegs. Was hier davon vorliegt, wird vernichtet, sobald die E-Mail zugestellt oder aufgegeben ist.',
  waiting: 'Bitte warten Sie auf eine Antwort',
  position: 'Sie sind Nummer {position} in der Warteschlange.',
  next: 'Sie sind als Nächstes dran.',
  talkingTo: 'Sie sprechen mit {name}',
  operator: 'Team',
  connecting: 'Verbindung wird hergestellt …',
  reconnecting:
    'Verbindung unterbrochen. Es wird neu versucht; was Sie schreiben, wird dann gesendet.',
  lostTitle: 'Dieses Gespräch ist verloren gegangen',
  destroyedTitle: 'Der Chat ist beendet',
  destroyedAt: 'Der Chat selbst wurde hier vernichtet am {time}:',
  destroyedUncounted: 'Der Chat selbst ist hier vernichtet.',
  mailedPerhaps:
    'Vielleicht ist eine Mitschrift per E-Mail zum Team dieser Website unterwegs; hier wird sie vernichtet, sobald die E-Mail zugestellt oder aufgegeben ist. Für die Mitschrift beim Team gelten dessen Regeln.',
  endedIdle: 'Eine Weile hatte niemand geschrieben.',
  endedLimit: 'Der Chat hatte seine längste Dauer erreicht.',
  endedErasure: 'Er wurde auf Verlangen gelöscht.',
  erasedTitle: 'Ihre Daten wurden gelöscht',
  erased: 'Alles, was zu diesem Besuch vorlag, ist auf dieser Seite und im Chatdienst vernichtet.',
  again: 'Neuer Chat',
  refusedTitle: 'Chat ist hier nicht verfügbar',
  problems: {
    ...problemsOfTalk,
    unavailable: 'Der Chat ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    'admission-closed': 'Gerade werden keine neuen Chats angenommen. Bitte später noch einmal.',
    malformed: 'Etwas im Formular stimmt nicht. Bitte prüfen Sie es.',
    'consent-missing': 'Zuerst wird Ihre Einwilligung gebraucht.',
    'scope-destroyed': 'Alles, was zu diesem Besuch oder Chat vorlag, ist vernichtet.',
    'scope-lost':
      'Ein Fehler bei uns hat dieses Gespräch verloren gehen lassen. Im Speicher ist nichts mehr davon.',
    'not-found': 'Das gibt es nicht mehr.',
    'origin-refused': 'Diese Website ist nicht für den Chat eingerichtet.',
    conflict: 'Hier werden gerade keine Nachrichten angenommen.',
  },
};
