/** The one door to the suite: routes, forwarded addresses, sockets, limits, static files. */
@NullMarked
package org.lethe.stack.gateway;

import org.jspecify.annotations.NullMarked;
