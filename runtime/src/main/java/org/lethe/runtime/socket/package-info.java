/** Sockets: origin, first frame, limits, frames, close codes. */
@NullMarked
package org.lethe.runtime.socket;

import org.jspecify.annotations.NullMarked;
