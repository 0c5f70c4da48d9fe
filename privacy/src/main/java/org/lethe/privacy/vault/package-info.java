/** Keys, ciphers and scopes: what is sealed here is destroyed by destroying its key. */
@NullMarked
package org.lethe.privacy.vault;

import org.jspecify.annotations.NullMarked;
