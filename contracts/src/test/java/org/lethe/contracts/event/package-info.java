/** Tests. */
@NullMarked
package org.lethe.contracts.event;

import org.jspecify.annotations.NullMarked;
