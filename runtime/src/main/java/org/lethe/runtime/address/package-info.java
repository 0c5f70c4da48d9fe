/** IP addresses and host names that an account has removed: gone from what is open. */
@NullMarked
package org.lethe.runtime.address;

import org.jspecify.annotations.NullMarked;
