/** The local stack: everything the suite stands on, as plain processes of one machine. */
@NullMarked
package org.lethe.stack;

import org.jspecify.annotations.NullMarked;
