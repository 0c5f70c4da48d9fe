/** A mail server that keeps what it gets in memory, with a page to read it. */
@NullMarked
package org.lethe.stack.inbox;

import org.jspecify.annotations.NullMarked;
