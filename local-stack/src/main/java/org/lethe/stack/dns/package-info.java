/** A name server for this machine, so that reverse lookups need nobody outside. */
@NullMarked
package org.lethe.stack.dns;

import org.jspecify.annotations.NullMarked;
