/** Visits: opened on consent, kept alive by heartbeats, gone soon after goodbye. */
@NullMarked
package org.lethe.presence.visit;

import org.jspecify.annotations.NullMarked;
