/** Tests. */
@NullMarked
package org.lethe.runtime.gate;

import org.jspecify.annotations.NullMarked;
