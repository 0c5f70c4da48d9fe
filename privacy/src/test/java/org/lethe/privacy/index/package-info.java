/** Tests of the blind index. */
@NullMarked
package org.lethe.privacy.index;

import org.jspecify.annotations.NullMarked;
