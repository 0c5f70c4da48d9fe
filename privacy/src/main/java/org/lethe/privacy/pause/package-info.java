/** The pauses between attempts. */
@NullMarked
package org.lethe.privacy.pause;

import org.jspecify.annotations.NullMarked;
