import {
  attachIcon,
  dataIcon,
  endIcon,
  fileIcon,
  minimiseIcon,
  sendIcon,
} from '../../design/icons';

const paths = {
  send: sendIcon,
  attach: attachIcon,
  minimise: minimiseIcon,
  data: dataIcon,
  end: endIcon,
  file: fileIcon,
  close:
    'M18.3 7.1 16.9 5.7 12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" class={`icon icon-${name}`}>
      <path d={paths[name]} />
    </svg>
  );
}
