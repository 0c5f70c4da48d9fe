import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';

export type Role = 'operator' | 'administrator' | 'privacy-officer';
const roles: readonly Role[] = ['operator', 'administrator', 'privacy-officer'];

export interface Person {
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

/** Before it runs out, the token is renewed this many seconds early. */
const EARLY_SECONDS = 20;

/**
 * Signing in at Keycloak: authorization code with PKCE. The answer comes in the address' fragment,
 * which no server sees; tokens are kept in this tab's storage and renewed by the refresh token.
 */
export class SignIn {
  private readonly manager: UserManager;
  private renewing: Promise<User | null> | undefined;

  constructor(origin: string = location.origin) {
    const console = `${origin}/console/`;
    this.manager = new UserManager({
      authority: `${origin}/auth/realms/lethe`,
      client_id: 'lethe-console',
      redirect_uri: console,
      post_logout_redirect_uri: console,
      response_type: 'code',
      response_mode: 'fragment',
      scope: 'openid organization',
      automaticSilentRenew: false,
      monitorSession: false,
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
    });
  }

  /** The person who is signed in; nobody yet means that the page goes to Keycloak. */
  async person(): Promise<Person | undefined> {
    if (/[#&]state=/.test(location.hash)) {
      await this.finish();
    }
    const user = await this.fresh().catch(() => null);
    if (user === null) {
      await this.manager.removeUser();
      await this.manager.signinRedirect();
      return undefined;
    }
    return personOf(user);
  }

  /** An access token that is good for a while yet. */
  async token(): Promise<string> {
    const user = await this.fresh();
    if (user === null) {
      throw new Error('Nobody is signed in.');
    }
    return user.access_token;
  }

  /** Whether a new token could be had; else only signing in again helps. */
  async renew(): Promise<boolean> {
    return (await this.refreshed().catch(() => null)) !== null;
  }

  async again(): Promise<void> {
    await this.manager.removeUser();
    await this.manager.signinRedirect();
  }

  async out(): Promise<void> {
    await this.manager.signoutRedirect();
  }

  private async finish(): Promise<void> {
    try {
      await this.manager.signinCallback();
    } catch {
      // A stale or foreign answer: sign in anew.
      await this.manager.clearStaleState();
    }
    history.replaceState(null, '', location.pathname);
  }

  private async fresh(): Promise<User | null> {
    const user = await this.manager.getUser();
    return user === null || (user.expires_in ?? 0) > EARLY_SECONDS ? user : this.refreshed();
  }

  /** One renewal at a time: a refresh token may be good for one use only. */
  private refreshed(): Promise<User | null> {
    this.renewing ??= this.manager.signinSilent().finally(() => {
      this.renewing = undefined;
    });
    return this.renewing;
  }
}

/** Roles only choose what is shown here; what is allowed, each service decides for itself. */
function personOf(user: User): Person {
  const held = rolesOf(user.access_token);
  return {
    name: user.profile.name ?? user.profile.preferred_username ?? user.profile.email ?? '',
    roles: new Set(roles.filter((role) => held.includes(role))),
  };
}

function rolesOf(accessToken: string): readonly string[] {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    const json = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const claims = JSON.parse(json) as { realm_access?: { roles?: string[] } };
    return claims.realm_access?.roles ?? [];
  } catch {
    return [];
  }
}
