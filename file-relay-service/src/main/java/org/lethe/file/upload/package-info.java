/** Takes a file into a chat. */
@NullMarked
package org.lethe.file.upload;

import org.jspecify.annotations.NullMarked;
