/** What a picture says of itself before any of its pixels is unpacked. */
export interface PictureHead {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/**
 * Reads type and measures from the first bytes, whatever the file is called: a picture of a few
 * kilobytes can be gigabytes of pixels, and that has to be known before a browser unpacks it.
 */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
  } catch {
    // It ends before it has said that.
    return undefined;
  }
}

function png(view: DataView): PictureHead | undefined {
  return view.getUint32(0) === 0x89504e47
    ? { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
    : undefined;
}

/** The first frame may be larger than the screen that is told for all of them. */
function gif(view: DataView): PictureHead | undefined {
  if (view.getUint32(0) !== 0x47494638) {
    return undefined;
  }
  const table = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + table(view.getUint8(10));
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) !== 0) {
      at += view.getUint8(at) + 1;
    }
    at += 1;
  }
  const measure = (all: number, frame: number): number =>
    Math.max(
      view.getUint16(all, true),
      view.getUint16(at + frame, true) + view.getUint16(at + frame + 4, true),
    );
  return { type: 'image/gif', width: measure(6, 1), height: measure(8, 3) };
}

function webp(view: DataView): PictureHead | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) {
    return undefined;
  }
  const type = 'image/webp';
  switch (view.getUint32(12)) {
    case 0x56503820: // Lossy.
      return {
        type,
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 0x5650384c: {
      // Lossless.
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // With more about it.
      return {
        type,
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return undefined;
  }
}

/** The measures are in the head of the first frame, behind any number of other segments. */
function jpeg(view: DataView): PictureHead | undefined {
  if (view.getUint16(0) !== 0xffd8) {
    return undefined;
  }
  let at = 2;
  for (;;) {
    const marker = view.getUint16(at);
    if (marker === 0xffff) {
      at += 1;
    } else if (isFrame(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    } else if (marker < 0xffc0 || marker === 0xffda) {
      return undefined;
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
}

/** Start of a frame; the three that are left out are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
}
