import type { AccountSettings } from '../../protocol/generated';
import { feet } from '../../words/letters';
import { spoken, type Place } from '../../words/sentences';
import { dataUseOf } from '../state/data-use';
import { useTexts } from './context';

/** What visitors and readers of mails would be told under these settings, by the very code that tells them. */
export function Said({ settings }: { readonly settings: AccountSettings }) {
  const { messages, words, language } = useTexts();
  const { settings: labels } = messages;
  const use = dataUseOf(settings);
  const at = (place: Place): readonly string[] => spoken(words, language, use, place);
  const said: readonly (readonly [string, string, readonly string[]])[] = [
    ['chat-form', labels.atForm, at('chatForm')],
    ['talk', labels.atTalk, at('talk')],
    ['ended', labels.atEnd, at('ended')],
    ['message', labels.atMessage, use.offlineMessages ? at('messageForm') : [labels.noMessage]],
    ...(use.transcriptToTeam
      ? [['transcript-foot', labels.footTranscript, [feet.transcript, feet.reference]] as const]
      : []),
    ...(use.transcriptToVisitor
      ? [['copy-foot', labels.footCopy, [feet['transcript-copy'], feet.reference]] as const]
      : []),
    ...(use.offlineMessages
      ? [['message-foot', labels.footMessage, [feet.offline, feet.reference]] as const]
      : []),
  ];
  return (
    <section class="said" aria-label={labels.preview} data-testid="settings-said">
      <h2>{labels.preview}</h2>
      <p class="faint">{labels.previewMore}</p>
      {said.map(([key, label, sentences]) => (
        <div key={key} data-testid={`said-${key}`}>
          <h3>{label}</h3>
          <p lang={key.endsWith('foot') ? 'en' : language} dir="auto">
            {sentences.join(' ')}
          </p>
        </div>
      ))}
    </section>
  );
}
