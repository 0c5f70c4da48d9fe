import { useState } from 'preact/hooks';
import { languageNames, languages, type Language } from '../messages/catalogue';
import type { ConsoleMessages } from '../messages/en';
import type { Desk } from '../state/session';
import type { Person } from '../transport/sign-in';
import { useStore, useTexts } from './context';

export type Section = 'desk' | 'settings' | 'privacy';

interface Props {
  readonly person: Person;
  readonly desk: Desk | undefined;
  readonly sections: readonly Section[];
  readonly section: Section | undefined;
  readonly onSection: (section: Section) => void;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
}

export function TopBar(props: Props) {
  const { app } = useTexts().messages;
  return (
    <header class="top-bar">
      <span class="brand">Lethe</span>
      <nav aria-label={app.navigation}>
        {props.sections.map((each) => (
          <button
            key={each}
            type="button"
            data-testid={`nav-${each}`}
            aria-current={each === props.section ? 'page' : undefined}
            onClick={() => props.onSection(each)}
          >
            {app[each]}
          </button>
        ))}
      </nav>
      {props.desk !== undefined && <Presence desk={props.desk} />}
      <select
        data-testid="language"
        aria-label={app.language}
        value={props.language}
        onChange={({ currentTarget }) => props.onLanguage(currentTarget.value as Language)}
      >
        {languages.map((each) => (
          <option key={each} value={each}>
            {languageNames[each]}
          </option>
        ))}
      </select>
      <span class="person" data-testid="person">
        {props.person.name}
      </span>
      <button type="button" class="plain" data-testid="sign-out" onClick={props.onSignOut}>
        {app.signOut}
      </button>
    </header>
  );
}

/** Connection, online or away, and sound. */
function Presence({ desk }: { readonly desk: Desk }) {
  const { app } = useTexts().messages;
  const { connection, away } = useStore(desk.keeper.store);
  const [sound, setSound] = useState(desk.attention.sound);
  const turnSound = (on: boolean): void => {
    desk.attention.sound = on;
    setSound(on);
  };
  return (
    <div class="presence">
      <span
        class={`connection ${connection}`}
        role="status"
        data-testid="connection"
        data-state={connection}
      >
        {connectionText(app, connection)}
      </span>
      <label>
        <input
          type="checkbox"
          role="switch"
          data-testid="online"
          checked={!away}
          onChange={({ currentTarget }) => desk.keeper.away(!currentTarget.checked)}
        />
        {app.online}
      </label>
      <label>
        <input
          type="checkbox"
          data-testid="sound"
          checked={sound}
          onChange={({ currentTarget }) => turnSound(currentTarget.checked)}
        />
        {app.sound}
      </label>
    </div>
  );
}

function connectionText(
  app: ConsoleMessages['app'],
  connection: 'connecting' | 'open' | 'waiting' | 'closed',
): string {
  switch (connection) {
    case 'open':
      return app.connected;
    case 'connecting':
      return app.connecting;
    case 'waiting':
      return app.reconnecting;
    case 'closed':
      return app.closed;
  }
}
