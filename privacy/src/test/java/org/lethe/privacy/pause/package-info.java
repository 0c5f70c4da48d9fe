/** Tests. */
@NullMarked
package org.lethe.privacy.pause;

import org.jspecify.annotations.NullMarked;
