/** Work that is done again and again while the service runs. */
@NullMarked
package org.lethe.presence.rhythm;

import org.jspecify.annotations.NullMarked;
