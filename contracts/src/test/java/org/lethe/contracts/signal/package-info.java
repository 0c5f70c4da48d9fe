/** Tests. */
@NullMarked
package org.lethe.contracts.signal;

import org.jspecify.annotations.NullMarked;
