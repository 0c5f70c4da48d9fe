/** Tests. */
@NullMarked
package org.lethe.contracts.error;

import org.jspecify.annotations.NullMarked;
