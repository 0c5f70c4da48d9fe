/** Tests. */
@NullMarked
package org.lethe.contracts.visit;

import org.jspecify.annotations.NullMarked;
