/** JSON frames of the four sockets. */
@NullMarked
package org.lethe.contracts.frame;

import org.jspecify.annotations.NullMarked;
