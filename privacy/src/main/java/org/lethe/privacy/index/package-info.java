/** The blind index: open scopes are found by what names a person, which the store never has. */
@NullMarked
package org.lethe.privacy.index;

import org.jspecify.annotations.NullMarked;
