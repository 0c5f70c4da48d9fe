/** Tests. */
@NullMarked
package org.lethe.runtime.vault;

import org.jspecify.annotations.NullMarked;
