/** A real Keycloak with the realm of the suite, and tokens from it. */
@NullMarked
package org.lethe.stack.keycloak;

import org.jspecify.annotations.NullMarked;
