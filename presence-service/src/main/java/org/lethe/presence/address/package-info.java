/** Addresses of visits: kept apart, and destroyed when their account has them removed. */
@NullMarked
package org.lethe.presence.address;

import org.jspecify.annotations.NullMarked;
