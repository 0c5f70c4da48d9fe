/** Tests. */
@NullMarked
package org.lethe.contracts.frame;

import org.jspecify.annotations.NullMarked;
