/** Tests. */
@NullMarked
package org.lethe.runtime.problem;

import org.jspecify.annotations.NullMarked;
