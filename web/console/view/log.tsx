import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import {
  entries,
  mayTryAgain,
  type ChatMessage,
  type Conversation,
  type Outgoing,
} from '../../conversation/conversation';
import { isPicture, type Pictures } from '../../conversation/view/pictures';
import type { FailureCode } from '../../protocol/errors';
import type { ClientMessageId, FileView } from '../../protocol/generated';
import { fill } from '../../text/catalogue';
import { clockTime, fileSize } from '../../text/format';
import { pieces } from '../../text/links';
import { fileTexts, problemText, useTexts } from './context';
import { Icon } from './icon';
import { useReadingPlace } from './reading-place';

interface Props {
  readonly conversation: Conversation;
  readonly visitorName: string;
  readonly onRetry: (id: ClientMessageId) => void;
  readonly onWithdraw: (id: ClientMessageId) => void;
  readonly onDownload: (file: FileView) => void;
  readonly pictures: Pictures;
  /** The last message came to be on the screen, or is there no more. */
  readonly onEnd: (isInSight: boolean) => void;
}

/** What was said. Rows are keyed by message id, so a row stays from "sending" to "seen". */
export function Log(props: Props) {
  const { messages } = useTexts();
  const { lines, theirRead } = props.conversation;
  const lastOwn = lines.findLast(({ from }) => from === 'operator')?.seq;
  const { pictures, conversation } = props;
  const place = useReadingPlace(conversation, 'operator', props.onEnd);
  useEffect(
    () => (place.box.current === null ? undefined : pictures.lookIn(place.box.current)),
    [pictures],
  );
  useEffect(() => pictures.keep(conversation), [pictures, conversation]);
  /** The pill goes away, and the focus must not go with it. */
  const followPill = (): void => {
    place.box.current?.focus();
    place.toEnd();
  };
  return (
    <div class="log-box">
      <div
        class="log"
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={messages.chat.log}
        tabIndex={0}
        data-testid="chat-log"
        ref={place.box}
        onScroll={place.onScroll}
      >
        {entries(props.conversation).map((entry) => {
          switch (entry.kind) {
            case 'line': {
              const { line } = entry;
              const status = line.seq <= theirRead ? 'seen' : 'sent';
              return (
                <Line
                  key={`${line.from}:${line.id}`}
                  line={line}
                  visitorName={props.visitorName}
                  status={line.seq === lastOwn ? status : undefined}
                  onDownload={props.onDownload}
                  pictures={pictures}
                />
              );
            }
            case 'outgoing':
              return (
                <Pending key={`operator:${entry.message.id}`} message={entry.message} {...props} />
              );
          }
        })}
      </div>
      {place.below > 0 && (
        <button type="button" class="pill" data-testid="chat-below" onClick={followPill}>
          {fill(messages.chat.newBelow, { count: place.below })}
        </button>
      )}
    </div>
  );
}

function Line(props: {
  readonly line: ChatMessage;
  readonly visitorName: string;
  readonly status: 'sent' | 'seen' | undefined;
  readonly onDownload: (file: FileView) => void;
  readonly pictures: Pictures;
}) {
  const { language, messages } = useTexts();
  const { line, status } = props;
  const speaker = {
    operator: fill(messages.chat.operatorSays, { name: line.name ?? messages.chat.you }),
    visitor: fill(messages.chat.visitorSays, { name: props.visitorName }),
    system: '',
  }[line.from];
  return (
    <div
      class={`line ${line.from}`}
      data-testid="chat-message"
      data-from={line.from}
      data-seq={line.seq}
    >
      <span class="spoken">{speaker}</span>
      {line.text !== undefined && <Text text={line.text} />}
      {line.file !== undefined && <FileCard file={line.file} {...props} />}
      <span class="meta" aria-live="off">
        <time dateTime={line.at}>{clockTime(line.at, language)}</time>
        {status !== undefined && <span>{messages.chat[status]}</span>}
      </span>
    </div>
  );
}

function Pending(props: Props & { readonly message: Outgoing }) {
  const { messages } = useTexts();
  const { id, text, file, problem } = props.message;
  return (
    <div class="line operator pending" data-testid="chat-message-pending">
      {text !== undefined && <Text text={text} />}
      {file !== undefined && <FileCard file={file} {...props} />}
      <span class="meta" aria-live="off">
        {problem === undefined ? (
          messages.chat.sending
        ) : (
          <Failed id={id} problem={problem} {...props} />
        )}
      </span>
    </div>
  );
}

function Failed(props: Props & { readonly id: ClientMessageId; readonly problem: FailureCode }) {
  const texts = useTexts();
  const { retry, discard } = texts.messages.chat;
  return (
    <>
      <span class="problem" role="alert">
        {problemText(texts, props.problem)}
      </span>
      {mayTryAgain(props.problem) && (
        <button
          type="button"
          class="link"
          data-testid="chat-retry"
          onClick={() => props.onRetry(props.id)}
        >
          {retry}
        </button>
      )}
      <button
        type="button"
        class="link"
        data-testid="chat-cancel"
        onClick={() => props.onWithdraw(props.id)}
      >
        {discard}
      </button>
    </>
  );
}

/** Text nodes and links only: nothing that a person wrote is parsed as HTML. */
function Text({ text }: { readonly text: string }) {
  const parts: ComponentChildren[] = pieces(text).map(({ text: part, href }, index) =>
    href === undefined ? (
      part
    ) : (
      <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {part}
      </a>
    ),
  );
  return (
    <p class="text" dir="auto">
      {parts}
    </p>
  );
}

function FileCard(props: {
  readonly file: FileView;
  readonly onDownload: (file: FileView) => void;
  readonly pictures: Pictures;
}) {
  const texts = useTexts();
  const { file, onDownload, pictures } = props;
  const size = fileSize(file.size, texts.language);
  const place = (element: HTMLElement | null): void => {
    if (element !== null) {
      pictures.show(element, file, fileTexts(texts));
    }
  };
  return (
    <>
      {isPicture(file) && <div class="picture" ref={place} />}
      <button
        type="button"
        class="file"
        data-testid="chat-download"
        aria-label={`${file.name} ${size}, ${texts.messages.chat.download}`}
        onClick={() => onDownload(file)}
      >
        <Icon name="file" />
        <span class="file-facts">
          <bdi>{file.name}</bdi> <small>{size}</small>
        </span>
      </button>
    </>
  );
}
