import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sends } from '../../conversation/composing';
import { takePasted } from '../../conversation/incoming-files';
import { isBlank } from '../../text/blank';
import { useTexts } from './context';
import { Icon } from './icon';

interface Props {
  readonly draft: string;
  readonly disabled: boolean;
  /** Files are to be sent, whether or not something is written. */
  readonly hasFiles: boolean;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly onDraft: (text: string) => void;
  readonly onSend: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

const LONGEST_TEXT = 4000;

export function Composer(props: Props) {
  const { draft, disabled, hasFiles, input, onDraft, onSend, onFiles } = props;
  const { chat: texts } = useTexts().messages;
  const [text, setText] = useState(draft);
  const file = useRef<HTMLInputElement>(null);
  // An accepted chat takes the place of what had the focus. On a tab, the arrow keys go on from there.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      input.current?.focus();
    }
  }, []);
  const write = (next: string): void => {
    setText(next);
    onDraft(next);
  };
  const send = (): void => {
    const meant = isBlank(text) ? '' : text.trim();
    if ((meant !== '' || hasFiles) && !disabled) {
      onSend(meant);
      setText('');
    }
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <button
        type="button"
        class="square"
        data-testid="chat-attach"
        aria-label={texts.attach}
        title={texts.attach}
        disabled={disabled}
        onClick={() => file.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <input
        type="file"
        class="hidden"
        multiple
        tabIndex={-1}
        ref={file}
        data-testid="chat-file"
        aria-label={texts.attach}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <textarea
        rows={2}
        ref={input}
        dir="auto"
        maxLength={LONGEST_TEXT}
        data-testid="chat-input"
        placeholder={texts.write}
        aria-label={texts.write}
        value={text}
        disabled={disabled}
        onInput={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={(event) => {
          if (sends(event)) {
            event.preventDefault();
            send();
          }
        }}
        onPaste={(event) => takePasted(event, onFiles)}
      />
      <button
        type="submit"
        class="square go"
        data-testid="chat-send"
        aria-label={texts.send}
        title={texts.send}
        disabled={disabled}
      >
        <Icon name="send" />
      </button>
    </form>
  );
}
