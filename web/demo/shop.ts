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

function askForConsent(): void {
  const banner = document.getElementById('consent');
  const text =
    document.getElementById('consent-text')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const answer = sessionStorage.getItem(ANSWER);
  const agree = (): void => withLethe((lethe) => lethe.consent({ text }));
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
  if (answer === null) {
    banner?.removeAttribute('hidden');
  } else if (answer === 'yes') {
    agree();
  }
}

showBasket();
tellDetails();
askForConsent();
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
