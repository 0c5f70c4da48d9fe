/** What JSON looks like on the wire, as schemas derived from the types that are written. */
@NullMarked
package org.lethe.contracts.schema;

import org.jspecify.annotations.NullMarked;
