/** The presence service: who is on the sites of an account. */
@NullMarked
package org.lethe.presence;

import org.jspecify.annotations.NullMarked;
