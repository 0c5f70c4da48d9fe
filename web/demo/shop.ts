import type { LetheApi } from '../widget/host';

/**
 * The made-up shop's own script. It shows how a site uses Lethe: details first, then consent in the
 * very words that were agreed to. The shop remembers its basket and the answer for this tab only.
 */
type Page = typeof globalThis & { Lethe?: LetheApi | ((lethe: LetheApi) => void)[] };

const BASKET = 'shop:basket';
const ANSWER = 'shop:chat-consent';

const basket = (): number[] => JSON.parse(sessionStorage.getItem(BASKET) ?? '[]') as number[];
const value = (): number => basket().reduce((sum, price) => sum + price, 0);

function withLethe(call: (lethe: LetheApi) => void): void {
  const page = globalThis as Page;
  page.Lethe ??= [];
  page.Lethe.push(call);
}

function tellDetails(): void {
  withLethe((lethe) =>
    lethe.details({
      'Basket value': `€ ${value()}`,
      'Lamps in basket': basket().length,
      Plan: 'Light club',
    }),
  );
}

function showBasket(): void {
  setText('basket-count', String(basket().length));
  setText('basket-value', String(value()));
}

function setText(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element !== null) {
    element.textContent = text;
  }
}

function buy(price: number): void {
  sessionStorage.setItem(BASKET, JSON.stringify([...basket(), price]));
  showBasket();
  tellDetails();
}

/** Looking at a lamp changes the address without a load, as single-page shops do. */
function look(event: Event, lamp: string): void {
  event.preventDefault();
  history.pushState({}, '', `?lamp=${lamp.toLowerCase()}`);
  document.title = `${lamp} · Quillow & Daughters`;
}

/** What the banner says of the shop's own; what is seen and how long, Lethe says by the account's settings. */
function askForConsent(): void {
  const banner = document.getElementById('consent');
  const element = document.getElementById('consent-text');
  const question = textOf(element);
  const answer = sessionStorage.getItem(ANSWER);
  const agree = (): void => withLethe((lethe) => lethe.consent({ text: textOf(element) }));
  const showWords = async (lethe: LetheApi): Promise<void> => {
    try {
      setText('consent-text', `${question} ${await lethe.words()}`);
      if (answer === 'yes') {
        agree();
      } else if (answer === null) {
        banner?.removeAttribute('hidden');
      }
    } catch {
      // Without the words there is no question, and no consent.
    }
  };
  const onAnswer = (id: string, given: 'yes' | 'no'): void => {
    document.getElementById(id)?.addEventListener('click', () => {
      sessionStorage.setItem(ANSWER, given);
      banner?.setAttribute('hidden', '');
      if (given === 'yes') {
        agree();
      }
    });
  };
  onAnswer('consent-yes', 'yes');
  onAnswer('consent-no', 'no');
  // Who once said no is asked no more, and nothing is loaded for it.
  if (answer !== 'no') {
    withLethe((lethe) => void showWords(lethe));
  }
}

function textOf(element: HTMLElement | null): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** Consent is taken back as easily as it was given; then the shop forgets the answer, too. */
function offerToRevoke(): void {
  withLethe((lethe) => {
    lethe.on('erased', () => sessionStorage.setItem(ANSWER, 'no'));
  });
  document.getElementById('revoke')?.addEventListener('click', () => {
    withLethe((lethe) => lethe.revoke());
  });
}

showBasket();
tellDetails();
askForConsent();
offerToRevoke();
document.addEventListener('click', (event) => {
  const element = event.target instanceof Element ? event.target : null;
  const price = element?.closest<HTMLElement>('[data-buy]')?.dataset['buy'];
  const lamp = element?.closest<HTMLElement>('[data-look]')?.dataset['look'];
  if (price !== undefined) {
    buy(Number(price));
  }
  if (lamp !== undefined) {
    look(event, lamp);
  }
});
