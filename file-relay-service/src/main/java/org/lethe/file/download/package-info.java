/** Hands a file of a chat out, whole or in part. */
@NullMarked
package org.lethe.file.download;

import org.jspecify.annotations.NullMarked;
