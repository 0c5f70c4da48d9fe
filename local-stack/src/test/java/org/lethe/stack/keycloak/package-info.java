/** Tests of the package of the same name. */
@NullMarked
package org.lethe.stack.keycloak;

import org.jspecify.annotations.NullMarked;
