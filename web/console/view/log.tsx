import type { ComponentChildren } from 'preact';
import {
  entries,
  mayTryAgain,
  type ChatMessage,
  type Conversation,
  type Outgoing,
  type Uploading,
} from '../../conversation/conversation';
import type { FailureCode } from '../../protocol/errors';
import type { ClientMessageId, FileView } from '../../protocol/generated';
import { fill } from '../../text/catalogue';
import { clockTime, fileSize } from '../../text/format';
import { pieces } from '../../text/links';
import { problemText, useTexts } from './context';
import { Icon } from './icon';
import { useReadingPlace } from './reading-place';

interface Props {
  readonly conversation: Conversation;
  readonly visitorName: string;
  readonly onRetry: (id: ClientMessageId) => void;
  readonly onWithdraw: (id: ClientMessageId) => void;
  readonly onDownload: (file: FileView) => void;
  /** The last message came to be on the screen, or is there no more. */
  readonly onEnd: (isInSight: boolean) => void;
}

/** What was said. Rows are keyed by message id, so a row stays from "sending" to "seen". */
export function Log(props: Props) {
  const { messages } = useTexts();
  const { lines, theirRead } = props.conversation;
  const lastOwn = lines.findLast(({ from }) => from === 'operator')?.seq;
  const place = useReadingPlace(props.conversation, 'operator', props.onEnd);
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
                />
              );
            }
            case 'outgoing':
              return (
                <Pending key={`operator:${entry.message.id}`} message={entry.message} {...props} />
              );
            case 'upload':
              return <UploadRow key={`operator:${entry.file.id}`} file={entry.file} {...props} />;
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
      {line.file !== undefined && <FileCard file={line.file} onDownload={props.onDownload} />}
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
      {file !== undefined && <FileCard file={file} onDownload={props.onDownload} />}
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

function UploadRow(props: Props & { readonly file: Uploading }) {
  const { language, messages } = useTexts();
  const { id, name, size, fraction, problem } = props.file;
  return (
    <div class="line operator pending" data-testid="chat-upload">
      <span class="file">
        <Icon name="file" />
        <FileFacts name={name} size={fileSize(size, language)} />
      </span>
      <span class="meta" aria-live="off">
        {problem === undefined ? (
          <>
            <progress max={1} value={fraction} aria-label={name} />
            <Withdraw label={messages.chat.cancel} onClick={() => props.onWithdraw(id)} />
          </>
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
      <Withdraw label={discard} onClick={() => props.onWithdraw(props.id)} />
    </>
  );
}

function Withdraw({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="link" data-testid="chat-cancel" onClick={onClick}>
      {label}
    </button>
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
}) {
  const { language, messages } = useTexts();
  const { file, onDownload } = props;
  return (
    <button
      type="button"
      class="file"
      data-testid="chat-download"
      aria-label={`${file.name} ${fileSize(file.size, language)}, ${messages.chat.download}`}
      onClick={() => onDownload(file)}
    >
      <Icon name="file" />
      <FileFacts name={file.name} size={fileSize(file.size, language)} />
    </button>
  );
}

function FileFacts({ name, size }: { readonly name: string; readonly size: string }) {
  return (
    <span class="file-facts">
      <bdi>{name}</bdi>
      <small>{size}</small>
    </span>
  );
}
