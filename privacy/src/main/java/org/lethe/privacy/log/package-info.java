/** Log lines that can hold no personal data: constant messages and typed keys. */
@NullMarked
package org.lethe.privacy.log;

import org.jspecify.annotations.NullMarked;
