/** Tests. */
@NullMarked
package org.lethe.runtime.rhythm;

import org.jspecify.annotations.NullMarked;
