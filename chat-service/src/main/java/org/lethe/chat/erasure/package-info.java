/** A data subject is erased: what this service holds of them goes. */
@NullMarked
package org.lethe.chat.erasure;

import org.jspecify.annotations.NullMarked;
