/** Refuses new personal data while the promise can't be kept. */
@NullMarked
package org.lethe.runtime.gate;

import org.jspecify.annotations.NullMarked;
