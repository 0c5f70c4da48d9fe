/** Tests. */
@NullMarked
package org.lethe.runtime.door;

import org.jspecify.annotations.NullMarked;
