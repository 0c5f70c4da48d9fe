import { useEffect, useState } from 'preact/hooks';
import { direction } from '../../text/catalogue';
import {
  catalogue,
  presentLanguage,
  rememberLanguage,
  wordsOf,
  type Language,
} from '../messages/catalogue';
import type { Desk } from '../state/session';
import type { Suite } from '../transport/suite';
import type { Person } from '../transport/sign-in';
import { TextsContext } from './context';
import { DeskPage } from './desk-page';
import { PrivacySection } from './privacy-section';
import { SettingsPage } from './settings-page';
import { TopBar, type Section } from './top-bar';

export interface AppProps {
  readonly person: Person;
  readonly suite: Suite;
  /** Only operators have one. */
  readonly desk: Desk | undefined;
  readonly onSignOut: () => void;
  readonly onSignInAgain: () => void;
}

/** The console: what a person sees depends on the roles that Keycloak gave. */
export function App(props: AppProps) {
  const { person, desk, suite } = props;
  const sections = sectionsOf(person);
  const [section, setSection] = useState<Section | undefined>(sections[0]);
  const [language, setLanguage] = useState<Language>(presentLanguage);
  const messages = catalogue[language];
  useEffect(() => {
    rememberLanguage(language);
    document.documentElement.lang = language;
    document.documentElement.dir = direction(language);
  }, [language]);
  return (
    <TextsContext.Provider value={{ language, messages, words: wordsOf[language] }}>
      <a class="skip" href="#main">
        {messages.app.skip}
      </a>
      <TopBar
        person={person}
        desk={desk}
        sections={sections}
        section={section}
        onSection={setSection}
        language={language}
        onLanguage={setLanguage}
        onSignOut={props.onSignOut}
      />
      <main id="main" tabIndex={-1}>
        {section === undefined && <p class="lonely">{messages.app.noRole}</p>}
        {section === 'desk' && desk !== undefined && (
          <DeskPage desk={desk} suite={suite} onSignInAgain={props.onSignInAgain} />
        )}
        {section === 'settings' && <SettingsPage suite={suite} />}
        {section === 'privacy' && (
          <PrivacySection suite={suite} accounts={person.accounts} isStaff={isStaff(person)} />
        )}
      </main>
    </TextsContext.Provider>
  );
}

/** As the services see it: who belongs to an account is not of the processor's staff. */
function isStaff({ roles, accounts }: Person): boolean {
  return roles.has('staff') && accounts.length === 0;
}

function sectionsOf(person: Person): readonly Section[] {
  const { roles } = person;
  return [
    ...(roles.has('operator') ? (['desk'] as const) : []),
    ...(roles.has('administrator') ? (['settings'] as const) : []),
    ...(roles.has('privacy-officer') || isStaff(person) ? (['privacy'] as const) : []),
  ];
}
