/** Tests. */
@NullMarked
package org.lethe.runtime.socket;

import org.jspecify.annotations.NullMarked;
