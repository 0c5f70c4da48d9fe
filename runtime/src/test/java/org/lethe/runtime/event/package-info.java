/** Tests. */
@NullMarked
package org.lethe.runtime.event;

import org.jspecify.annotations.NullMarked;
