import { render } from 'preact';
import { catalogue, presentLanguage } from './messages/catalogue';
import { Attention } from './state/attention';
import { Desk } from './state/session';
import { SignIn } from './transport/sign-in';
import { Suite } from './transport/suite';
import { App } from './view/app';
import './view/console.css';

const root = document.getElementById('root') ?? document.body;
const { app } = catalogue[presentLanguage()];

async function main(): Promise<void> {
  const signIn = new SignIn();
  render(<p class="lonely">{app.signingIn}</p>, root);
  const person = await signIn.person();
  if (person === 'signed-in-for-another-tab') {
    render(<p class="lonely">{app.signedInBeside}</p>, root);
    close();
  }
  if (typeof person === 'string') {
    return;
  }
  const suite = new Suite(signIn);
  const desk = person.roles.has('operator') ? new Desk(suite, signIn, new Attention()) : undefined;
  render(
    <App
      person={person}
      suite={suite}
      desk={desk}
      onSignOut={() => {
        desk?.stop();
        void signIn.out();
      }}
      onSignInAgain={() => signIn.again()}
    />,
    root,
  );
  desk?.start();
  signIn.onSignedIn(() => desk?.onSignedIn());
}

main().catch(() => {
  render(
    <p class="lonely" role="alert">
      {app.signInFailed}{' '}
      <button
        type="button"
        class="primary"
        data-testid="sign-in-again"
        onClick={() => location.reload()}
      >
        {app.signInAgain}
      </button>
    </p>,
    root,
  );
});
