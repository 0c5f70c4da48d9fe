/** Tests. */
@NullMarked
package org.lethe.contracts;

import org.jspecify.annotations.NullMarked;
