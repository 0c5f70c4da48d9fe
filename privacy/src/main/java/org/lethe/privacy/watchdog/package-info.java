/** Looks for records that nothing else would destroy: of all keys, whatever wrote them. */
@NullMarked
package org.lethe.privacy.watchdog;

import org.jspecify.annotations.NullMarked;
