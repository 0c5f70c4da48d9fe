type Child = Node | string | undefined;

interface Props {
  readonly class?: string;
  readonly testid?: string;
  readonly attrs?: Readonly<Record<string, string>>;
}

/** A new element. Text becomes text nodes: nothing that a person wrote is ever parsed as HTML. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { class: className, testid, attrs }: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className !== undefined) {
    element.className = className;
  }
  if (testid !== undefined) {
    element.dataset['testid'] = testid;
  }
  for (const [name, value] of Object.entries(attrs ?? {})) {
    element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

export function button(
  label: string,
  onClick: () => void,
  props: Props & { readonly icon?: IconName } = {},
): HTMLButtonElement {
  const labelled = props.icon === undefined ? {} : { 'aria-label': label, title: label };
  const element = el(
    'button',
    { ...props, attrs: { type: 'button', ...labelled, ...props.attrs } },
    props.icon === undefined ? label : icon(props.icon),
  );
  element.addEventListener('click', onClick);
  return element;
}

/** Sets text only when it is another, so that a live region does not speak twice. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

export const icons = {
  send: 'M3 20.5v-6.2l8.5-2.3L3 9.7V3.5L22 12z',
  attach:
    'M16.5 6.5v10a4.5 4.5 0 0 1-9 0V5a3 3 0 0 1 6 0v10.5a1.5 1.5 0 0 1-3 0V6.5H9v9a3 3 0 0 0 6 0V5a4.5 4.5 0 0 0-9 0v11.5a6 6 0 0 0 12 0v-10z',
  minimise: 'M5 9.4 6.4 8l5.6 5.6L17.6 8 19 9.4l-7 7z',
  data: 'M12 2 4 5v6c0 5.1 3.4 9.8 8 11 4.6-1.2 8-5.9 8-11V5zm-1.1 14.6-3.5-3.5 1.4-1.4 2.1 2.1 4.3-4.3 1.4 1.4z',
  end: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm4.6 13.2-1.4 1.4L12 13.4l-3.2 3.2-1.4-1.4 3.2-3.2-3.2-3.2 1.4-1.4 3.2 3.2 3.2-3.2 1.4 1.4-3.2 3.2z',
  file: 'M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2zm7 1.5V8h4.5z',
} as const;
type IconName = keyof typeof icons;

export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}
