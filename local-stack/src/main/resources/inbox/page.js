const element = (id) => document.getElementById(id);
/** What is listed, newest first; the mails themselves are fetched one by one. */
let mails = [];
let total = 0;
let shown;

async function show({ id }) {
  shown = id;
  list();
  const mail = await fetched(`/api/mails/${id}`);
  if (shown !== id) {
    return;
  }
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
}

function view(name) {
  for (const each of ['html', 'text', 'raw']) {
    element(each).hidden = each !== name;
  }
}

function list() {
  element('list').replaceChildren(
    ...mails.map((mail) => {
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

async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
}

/** The newest ones; what was listed before stays behind them, unless it was deleted. */
async function refresh() {
  try {
    const [page, listening] = await Promise.all(['/api/mails', '/api/listening'].map(fetched));
    const last = page.mails.at(-1)?.id ?? Infinity;
    const goesOn = (mails[0]?.id ?? 0) >= last;
    const next = goesOn ? [...page.mails, ...mails.filter(({ id }) => id < last)] : page.mails;
    become(page.total < next.length ? page.mails : next, page.total);
    element('state').textContent = `${total} mails${listening ? '' : ' · the mail server is stopped'}`;
  } catch {
    element('state').textContent = 'the inbox does not answer';
  }
  setTimeout(refresh, 1000);
}

async function older() {
  const page = await fetched(`/api/mails?before=${mails.at(-1)?.id ?? 0}`);
  become([...mails, ...page.mails], page.total);
}

function become(next, count) {
  const isSame = next.length === mails.length && next[0]?.id === mails[0]?.id;
  total = count;
  mails = next;
  if (!isSame) {
    list();
  }
  element('older').hidden = mails.length >= total;
}

element('older').addEventListener('click', older);
element('clear').addEventListener('click', async () => {
  await fetch('/api/mails', { method: 'DELETE' });
  shown = undefined;
  become([], 0);
  element('mail').hidden = true;
});
for (const button of document.querySelectorAll('[data-view]')) {
  button.addEventListener('click', () => view(button.dataset.view));
}
refresh();
