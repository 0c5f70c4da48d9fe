import { fill, plural } from '../../../text/catalogue';
import { dateAndTime } from '../../../text/format';
import { save } from '../../../transport/files';
import type { Held, HeldDamaged } from '../../../protocol/generated';
import type { Access } from '../../state/privacy/access';
import { HeldFields } from './held-value';
import { refusedText, useFocusAtFirst, usePrivacyTexts } from './texts';

interface Props {
  readonly access: Access;
  readonly onClose: () => void;
}

/** What is held about somebody, to be read and to be saved. */
export function AccessView({ access, onClose }: Props) {
  const texts = usePrivacyTexts();
  switch (access.kind) {
    case 'none':
      return null;
    case 'asking':
      return (
        <p class="card" role="status">
          {texts.privacy.access.asking}
        </p>
      );
    case 'changed':
      return (
        <p class="card caution" role="alert" data-testid="access-changed">
          {texts.privacy.erasure.changed}
        </p>
      );
    case 'failed':
      return (
        <p class="card problem" role="alert" data-testid="access-problem">
          {refusedText(texts, access)}
        </p>
      );
    case 'held':
      return <HeldCard held={access.held} subjects={access.subjects} onClose={onClose} />;
  }
}

function HeldCard(props: {
  readonly held: Held;
  readonly subjects: number;
  readonly onClose: () => void;
}) {
  const { language, privacy } = usePrivacyTexts();
  const { access: words, find } = privacy;
  const { held, subjects, onClose } = props;
  const { visits, chats, letters } = held;
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  return (
    <section class="card held" data-testid="access">
      <h2 tabIndex={-1} ref={heading}>
        {words.title}
      </h2>
      <p class="faint">{fill(words.at, { time: dateAndTime(held.at, language) })}</p>
      {subjects > 1 && <p class="caution">{plural(words.several, subjects, language)}</p>}
      {visits.length + chats.length + letters.length === 0 && <p>{words.nothing}</p>}
      {visits.map(({ visit, ...rest }) => (
        <HeldScope key={visit} kind={find.kinds.visit} id={visit} its={rest} />
      ))}
      {chats.map(({ chat, ...rest }) => (
        <HeldScope key={chat} kind={find.kinds.chat} id={chat} its={rest} />
      ))}
      {letters.map(({ letter, ...rest }) => (
        <HeldScope key={letter} kind={find.kinds.letter} id={letter} its={rest} />
      ))}
      <p class="faint">{words.saveMore}</p>
      <div class="actions">
        <button
          type="button"
          class="plain"
          data-testid="access-save"
          onClick={() => save(JSON.stringify(held, null, 2), 'application/json', fileName(held))}
        >
          {words.save}
        </button>
        <button type="button" class="plain" data-testid="access-close" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  );
}

function HeldScope(props: {
  readonly kind: string;
  readonly id: string;
  readonly its: { readonly damaged: readonly HeldDamaged[] };
}) {
  const words = usePrivacyTexts().privacy.access;
  const { damaged, ...fields } = props.its;
  return (
    <section data-testid="access-scope" data-id={props.id}>
      <h3>
        {props.kind} <bdi class="number">{props.id}</bdi>
      </h3>
      <HeldFields fields={fields} />
      {damaged.map(({ slot, entry = '' }) => (
        <p key={slot + entry} class="caution" data-testid="access-damaged">
          {fill(words.damaged, { what: `${slot} ${entry}`.trim() })}
        </p>
      ))}
    </section>
  );
}

/** Of the time alone: a name of a file goes where nobody thinks of it. */
function fileName({ at }: Held): string {
  return `access-${at.slice(0, 19).replace(/\D/g, '-')}.json`;
}
