/** Files that come by the clipboard or by a drop. */

/**
 * The files that a paste means. Office programs lay a picture of a text beside it, and then the text
 * is what was meant; a name that a file manager lays beside its file is not.
 */
export function pastedFiles(clipboard: Pick<DataTransfer, 'files' | 'getData'>): readonly File[] {
  const files = [...clipboard.files];
  const names = new Set(files.map(({ name }) => name));
  const lines = clipboard.getData('text/plain').split(/\r?\n/);
  const isText = lines.some((line) => line.trim() !== '' && !names.has(lastOf(line)));
  return isText ? [] : files;
}

/** Takes the files of a paste, and leaves a text to the field. */
export function takePasted(event: ClipboardEvent, onFiles: (files: readonly File[]) => void): void {
  const files = event.clipboardData === null ? [] : pastedFiles(event.clipboardData);
  if (files.length > 0) {
    event.preventDefault();
    onFiles(files);
  }
}

/** Takes files that are dropped on the area, which says so while they are over it. What lies around it hears of none. */
export function acceptDrops(area: HTMLElement, onFiles: (files: readonly File[]) => void): void {
  const over = (on: boolean): void => {
    area.classList.toggle('dropping', on);
  };
  const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
    dataTransfer?.types.includes('Files') === true;
  area.addEventListener('dragover', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      event.stopPropagation();
      over(true);
    }
  });
  area.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && area.contains(relatedTarget))) {
      over(false);
    }
  });
  area.addEventListener('drop', (event) => {
    over(false);
    // A text is for the field that it is dropped on.
    if (hasFiles(event)) {
      event.preventDefault();
      event.stopPropagation();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    }
  });
}

/** The name at the end of a path or an address, as file managers write it. */
function lastOf(line: string): string {
  const path = line.trim();
  const name = path.split(/[\\/]/).at(-1) ?? '';
  try {
    return path.startsWith('file:') ? decodeURIComponent(name) : name;
  } catch {
    return name;
  }
}
