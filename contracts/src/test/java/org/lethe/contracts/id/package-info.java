/** Tests. */
@NullMarked
package org.lethe.contracts.id;

import org.jspecify.annotations.NullMarked;
