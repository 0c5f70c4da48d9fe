/** Files that are handed over in a chat: sealed while they lie, gone when it ends. */
@NullMarked
package org.lethe.file;

import org.jspecify.annotations.NullMarked;
