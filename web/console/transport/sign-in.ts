import { ErrorResponse, User, UserManager, WebStorageStateStore } from 'oidc-client-ts';

export type Role = 'operator' | 'administrator' | 'privacy-officer' | 'staff';
const roles: readonly Role[] = ['operator', 'administrator', 'privacy-officer', 'staff'];

export interface Person {
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  /** The accounts that the person belongs to. */
  readonly accounts: readonly string[];
}

/** Only signing in again helps. Every other failure means: Keycloak is away, ask later. */
export class SignedOut extends Error {}

/** What Keycloak says of a refresh token that it will never take again. */
const FINAL: readonly (string | null)[] = [
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
];

/** Marks a tab that is only there to sign in for another one. */
const BESIDE = '#sign-in-for-another-tab';

/** Keycloak has that long to answer. */
const PATIENCE_SECONDS = 8;

/** Before it runs out, the token is renewed this many seconds early. */
const EARLY_SECONDS = 20;

/**
 * Signing in at Keycloak: authorization code with PKCE. The answer comes in the address' fragment,
 * which no server sees; tokens are kept in this tab's storage and renewed by the refresh token.
 */
export class SignIn {
  private readonly manager: UserManager;
  private readonly tabs = new BroadcastChannel('lethe:sign-in');
  private renewing: Promise<User | null> | undefined;
  /** A service has refused the token that is held. */
  private isRefused = false;

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
      requestTimeoutInSeconds: PATIENCE_SECONDS,
      userStore: new WebStorageStateStore({ store: sessionStorage }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
    });
  }

  /**
   * The person who is signed in; nobody yet means that the page goes to Keycloak. Throws while
   * Keycloak is away: who is signed in stays so.
   */
  async person(): Promise<Person | 'signing-in' | 'signed-in-for-another-tab'> {
    if (/[#&]state=/.test(location.hash) && (await this.finish())) {
      return 'signed-in-for-another-tab';
    }
    try {
      return personOf(await this.fresh());
    } catch (failure) {
      if (!(failure instanceof SignedOut)) {
        throw failure;
      }
      await this.manager.removeUser();
      await this.manager.signinRedirect(location.hash === BESIDE ? { state: BESIDE } : {});
      return 'signing-in';
    }
  }

  /** An access token that is good for a while yet; throws {@link SignedOut}, or while Keycloak is away. */
  async token(): Promise<string> {
    return (await this.fresh()).access_token;
  }

  /** Has a token that a service refused replaced, now or when it is asked for; throws as `token`. */
  async renew(): Promise<void> {
    this.isRefused = true;
    await this.refreshed();
  }

  /** Signs in again in a tab of its own, so that this one can go on with all that it shows. */
  again(): void {
    open(BESIDE, '_blank', 'noopener');
  }

  /** Hears of a sign-in in another tab. Who is another person there is none here. */
  onSignedIn(goOn: () => void): void {
    const take = async (user: User): Promise<void> => {
      const before = await this.manager.getUser();
      if (before?.profile.sub === user.profile.sub) {
        await this.manager.storeUser(user);
        this.isRefused = false;
        goOn();
      }
    };
    this.tabs.onmessage = ({ data }: MessageEvent<string>) => {
      void take(User.fromStorageString(data));
    };
  }

  async out(): Promise<void> {
    await this.manager.signoutRedirect();
  }

  /** Takes Keycloak's answer. Whether it was for another tab, which has it now. */
  private async finish(): Promise<boolean> {
    try {
      const user = await this.manager.signinCallback();
      if (user?.state === BESIDE) {
        this.tabs.postMessage(user.toStorageString());
        await this.manager.removeUser();
        return true;
      }
    } catch {
      // A stale or foreign answer: sign in anew.
      await this.manager.clearStaleState();
    }
    history.replaceState(null, '', location.pathname);
    return false;
  }

  /** What is held and not run out is good enough while there is nothing better. */
  private async fresh(): Promise<User> {
    const user = await this.manager.getUser();
    if (user?.refresh_token === undefined) {
      throw new SignedOut();
    }
    const left = this.isRefused ? 0 : (user.expires_in ?? 0);
    if (left > EARLY_SECONDS) {
      return user;
    }
    try {
      return await this.refreshed();
    } catch (failure) {
      if (left > 0 && !(failure instanceof SignedOut)) {
        return user;
      }
      throw failure;
    }
  }

  /** One renewal at a time: a refresh token may be good for one use only. */
  private async refreshed(): Promise<User> {
    this.renewing ??= this.manager.signinSilent().finally(() => {
      this.renewing = undefined;
    });
    const user = await this.renewing.catch((failure: unknown) => {
      throw failure instanceof ErrorResponse && FINAL.includes(failure.error)
        ? new SignedOut()
        : failure;
    });
    if (user === null) {
      throw new SignedOut();
    }
    this.isRefused = false;
    return user;
  }
}

/** Roles and accounts only choose what is shown here; what is allowed, each service decides for itself. */
function personOf(user: User): Person {
  const { realm_access, organization } = claimsOf(user.access_token);
  const held = realm_access?.roles ?? [];
  return {
    name: user.profile.name ?? user.profile.preferred_username ?? user.profile.email ?? '',
    roles: new Set(roles.filter((role) => held.includes(role))),
    // Keycloak writes a list, or an object by name if it adds the organizations' ids.
    accounts: Array.isArray(organization) ? organization : Object.keys(organization ?? {}),
  };
}

interface Claims {
  readonly realm_access?: { readonly roles?: readonly string[] };
  readonly organization?: readonly string[] | Readonly<Record<string, unknown>>;
}

function claimsOf(accessToken: string): Claims {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    return JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as Claims;
  } catch {
    return {};
  }
}
