/** Tests. */
@NullMarked
package org.lethe.contracts.retention;

import org.jspecify.annotations.NullMarked;
