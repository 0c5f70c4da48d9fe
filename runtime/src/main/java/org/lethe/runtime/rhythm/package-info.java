/** Work that is done again and again, and the pauses between attempts. */
@NullMarked
package org.lethe.runtime.rhythm;

import org.jspecify.annotations.NullMarked;
