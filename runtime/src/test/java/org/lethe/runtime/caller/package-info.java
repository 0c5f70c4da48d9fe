/** Tests. */
@NullMarked
package org.lethe.runtime.caller;

import org.jspecify.annotations.NullMarked;
