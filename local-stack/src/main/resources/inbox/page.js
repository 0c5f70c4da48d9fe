const element = (id) => document.getElementById(id);
let mails = [];
let shown;

function show(mail) {
  shown = mail.id;
  element('mail').hidden = false;
  element('subject').textContent = mail.subject;
  const rows = {
    From: mail.from,
    To: mail.to.join(', '),
    At: new Date(mail.at).toLocaleString(),
    Connection: mail.tls ? 'encrypted' : 'in clear',
  };
  element('envelope').replaceChildren(
    ...Object.entries(rows).flatMap(([name, value]) => {
      const term = document.createElement('dt');
      const text = document.createElement('dd');
      term.textContent = name;
      text.textContent = value;
      return [term, text];
    }),
  );
  element('html').src = `/mails/${mail.id}/html`;
  element('text').textContent = mail.text;
  element('raw').textContent = mail.raw;
  view(mail.html === '' ? 'text' : 'html');
  list();
}

function view(name) {
  for (const each of ['html', 'text', 'raw']) {
    element(each).hidden = each !== name;
  }
}

function list() {
  element('list').replaceChildren(
    ...mails.toReversed().map((mail) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      const details = document.createElement('small');
      button.textContent = mail.subject || '(no subject)';
      button.setAttribute('aria-current', String(mail.id === shown));
      button.addEventListener('click', () => show(mail));
      details.textContent = `${mail.to.join(', ')} · ${new Date(mail.at).toLocaleTimeString()} · ${mail.tls ? 'TLS' : 'no TLS'}`;
      button.append(details);
      item.append(button);
      return item;
    }),
  );
}

async function refresh() {
  try {
    const [received, listening] = await Promise.all(
      ['/api/mails', '/api/listening'].map((path) => fetch(path).then((answer) => answer.json())),
    );
    if (JSON.stringify(received.map((mail) => mail.id)) !== JSON.stringify(mails.map((mail) => mail.id))) {
      mails = received;
      list();
    }
    element('state').textContent = `${mails.length} mails${listening ? '' : ' · the mail server is stopped'}`;
  } catch {
    element('state').textContent = 'the inbox is not running';
  }
  setTimeout(refresh, 1000);
}

element('clear').addEventListener('click', async () => {
  await fetch('/api/mails', { method: 'DELETE' });
  element('mail').hidden = true;
});
for (const button of document.querySelectorAll('[data-view]')) {
  button.addEventListener('click', () => view(button.dataset.view));
}
refresh();
