/** Who calls: tokens, roles, and which of them a resource admits. */
@NullMarked
package org.lethe.runtime.caller;

import org.jspecify.annotations.NullMarked;
