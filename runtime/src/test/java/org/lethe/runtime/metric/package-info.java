/** Tests. */
@NullMarked
package org.lethe.runtime.metric;

import org.jspecify.annotations.NullMarked;
