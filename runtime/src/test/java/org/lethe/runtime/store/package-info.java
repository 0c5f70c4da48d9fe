/** Tests. */
@NullMarked
package org.lethe.runtime.store;

import org.jspecify.annotations.NullMarked;
