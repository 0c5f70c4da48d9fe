// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { languages, rememberLanguage } from '../messages/catalogue';
import { en } from '../messages/en';
import { privacyCatalogue } from '../messages/privacy/catalogue';
import type { Suite } from '../transport/suite';
import type { Person, Role } from '../transport/sign-in';
import { App } from './app';

/** They are served at this place. */
const documents = readdirSync('../docs/api');
let page: HTMLElement;

beforeEach(() => {
  sessionStorage.clear();
  page = document.createElement('div');
});

function show(roles: readonly Role[], accounts: readonly string[]): void {
  const person: Person = { name: 'Sara', roles: new Set(roles), accounts };
  const ignore = (): void => undefined;
  const suite = { ask: ignore } as unknown as Suite;
  void act(() =>
    render(
      <App
        person={person}
        suite={suite}
        desk={undefined}
        onSignOut={ignore}
        onSignInAgain={ignore}
      />,
      page,
    ),
  );
}

const main = (): string => page.querySelector('main')?.textContent ?? '';

describe('staff of the processor', () => {
  it.each(languages)('have a page, and are told where the rest is, in %s', async (language) => {
    rememberLanguage(language);
    show(['staff'], []);
    await vi.waitFor(() => expect(page.querySelector('[data-testid=staff]')).not.toBeNull());
    expect(main()).toContain(privacyCatalogue[language].staff.intro);
    const named = [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    expect(named).toEqual(['/docs/openapi-gdpr.yaml', '/docs/openapi-chat.yaml']);
    named.forEach((path) => expect(documents).toContain(path?.replace('/docs/', '')));
  });
});

describe('who has no page here', () => {
  it.each<readonly [readonly Role[], readonly string[]]>([
    [[], ['acme']],
    [[], []],
    // No service takes them for staff of the processor.
    [['staff'], ['acme']],
  ])('is told so: %j of %j', (roles, accounts) => {
    show(roles, accounts);
    expect(main()).toBe(en.app.noRole);
  });
});
