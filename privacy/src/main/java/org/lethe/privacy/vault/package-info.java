/** The life of scopes: what is sealed for one is destroyed by destroying its keys. */
@NullMarked
package org.lethe.privacy.vault;

import org.jspecify.annotations.NullMarked;
