import { pictureHead } from './picture-head';

/** More are not unpacked: four bytes each, for the moment in which they are drawn. */
const MOST_PIXELS = 40_000_000;

export interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a picture no larger than the box. A canvas and no `<img>`: it needs nothing of the page's
 * Content-Security-Policy, and no address under which the bytes could be had.
 *
 * @param isWanted asked once the picture is unpacked, which takes a while
 * @returns whether it is there to be seen
 */
export async function draw(
  file: Blob,
  canvas: HTMLCanvasElement,
  box: Box,
  isWanted: () => boolean,
): Promise<boolean> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = pictureHead(bytes);
  if (head === undefined || head.width * head.height > MOST_PIXELS) {
    return false;
  }
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type: head.type }));
  } catch {
    return false;
  }
  if (isWanted()) {
    paint(bitmap, canvas, box);
  }
  bitmap.close();
  return true;
}

/** Lets go of what was drawn; an element that something still holds on to has no pixels left. */
export function wipe(canvas: HTMLCanvasElement): void {
  canvas.width = canvas.height = 0;
}

function paint(bitmap: ImageBitmap, canvas: HTMLCanvasElement, box: Box): void {
  const scale = Math.min(1, box.width / bitmap.width, box.height / bitmap.height);
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    // What is drawn on nothing is mostly meant for paper.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
}
