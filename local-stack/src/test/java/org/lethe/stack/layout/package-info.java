/** Tests. */
@NullMarked
package org.lethe.stack.layout;

import org.jspecify.annotations.NullMarked;
