/** IP addresses and host names that an account has removed: they go from what is open already. */
@NullMarked
package org.lethe.chat.address;

import org.jspecify.annotations.NullMarked;
