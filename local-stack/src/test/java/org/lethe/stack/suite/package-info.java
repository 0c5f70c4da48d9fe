/** Tests. */
@NullMarked
package org.lethe.stack.suite;

import org.jspecify.annotations.NullMarked;
