/** Erases visits. */
@NullMarked
package org.lethe.presence.erasure;

import org.jspecify.annotations.NullMarked;
