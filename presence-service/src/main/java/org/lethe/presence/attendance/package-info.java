/** Who is there: the sockets of visits, their heartbeats, and visits that fall silent. */
@NullMarked
package org.lethe.presence.attendance;

import org.jspecify.annotations.NullMarked;
