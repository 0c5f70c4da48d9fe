/** Work that is done again and again, after a while, or in turns. */
@NullMarked
package org.lethe.runtime.rhythm;

import org.jspecify.annotations.NullMarked;
