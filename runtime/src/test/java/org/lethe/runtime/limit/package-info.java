/** Tests. */
@NullMarked
package org.lethe.runtime.limit;

import org.jspecify.annotations.NullMarked;
