/** Removes the files of chats that are gone, and cuts what still runs. */
@NullMarked
package org.lethe.file.removal;

import org.jspecify.annotations.NullMarked;
