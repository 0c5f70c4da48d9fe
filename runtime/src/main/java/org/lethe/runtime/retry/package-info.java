/** Trying again what may succeed later. */
@NullMarked
package org.lethe.runtime.retry;

import org.jspecify.annotations.NullMarked;
