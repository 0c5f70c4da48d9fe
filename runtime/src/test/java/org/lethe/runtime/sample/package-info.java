/** Tests. */
@NullMarked
package org.lethe.runtime.sample;

import org.jspecify.annotations.NullMarked;
