/** Work that is done again and again, or after a while. */
@NullMarked
package org.lethe.runtime.rhythm;

import org.jspecify.annotations.NullMarked;
